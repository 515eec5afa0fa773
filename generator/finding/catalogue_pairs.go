package finding

// Codes of the table of pairs. Their places have no line, and no argument of
// theirs ever holds what a cell below the header says: messages are read where
// personal data must not be.
var pairsCodes = []Definition{}
