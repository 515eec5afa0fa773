package paper

import (
	"testing"
)

// checkPDF reads a file of ours again and checks it.
func checkPDF(t testing.TB, pdf []byte) *readback {
	t.Helper()
	r, err := readBack(pdf)
	if err == nil {
		err = r.check()
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEveryMarkAndAnnotationHasItsElement(t *testing.T) {
	t.Parallel()
	for _, name := range samples {
		r, _ := write(t, sample(t, name))
		checkPDF(t, r.PDF)
	}
}
