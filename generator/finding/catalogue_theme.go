package finding

var themeCodes = []Definition{}
