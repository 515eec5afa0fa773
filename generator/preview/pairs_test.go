package preview

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

const (
	smallAgreement = "---\ntitle: Agreement\n---\nBetween {mentor} and {mentee}.\n\n{signatures}\n"
	smallPairs     = "id,mentor,mentor email,mentee,mentee email\nfirst,Aino Example,aino@example.org,Elis Sample,elis@example.org\n"
)

func TestPairsPagesOpenWithoutAKeyBehindAList(t *testing.T) {
	t.Parallel()
	for _, access := range []string{"sealed", "open", "none"} {
		t.Run(access, func(t *testing.T) {
			t.Parallel()
			dir := smallHandbook(t)
			put(t, filepath.Join(dir, "content/programme.yaml"), smallProgramme+"agreement: {access: "+access+"}\n")
			put(t, filepath.Join(dir, "content/en/agreement.md"), smallAgreement)
			put(t, filepath.Join(dir, "content/pairs.csv"), smallPairs)
			r := start(t, dir, nil)
			s := r.listen("index.html", "", "")
			if data := s.next("findings"); !strings.Contains(data, `"pairs":"/pairs/index.html"`) {
				t.Errorf("no way to the list: %s", data)
			}
			_, list := r.get("pairs/")
			if !strings.Contains(list, "Aino Example") || !strings.Contains(list, `href="../pairs/first.html"`) {
				t.Fatalf("the list:\n%s", list)
			}
			status, page := r.get("pairs/first.html")
			if status != http.StatusOK || !strings.Contains(page, "Aino Example") || !strings.Contains(page, "Elis Sample") {
				t.Errorf("%d\n%s", status, page)
			}
			r.write("content/pairs.csv", strings.ReplaceAll(smallPairs, "Elis Sample", "Edla Sample"))
			r.shows("pairs/first.html", "Edla Sample")
		})
	}
}

func TestPairsPagesAreForThisMachineOnly(t *testing.T) {
	t.Parallel()
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/en/agreement.md"), smallAgreement)
	put(t, filepath.Join(dir, "content/pairs.csv"), smallPairs)
	o := options(dir)
	o.Host = "0.0.0.0"
	p := newPreview(o)
	defer p.warm.Close()
	p.update(t.Context(), changes{all: true})
	for from, want := range map[string]int{"127.0.0.1:5000": 200, "[::1]:5000": 200, "10.1.2.3:5000": 404, "": 404} {
		for _, address := range []string{"/pairs/", "/pairs/first.html"} {
			q := httptest.NewRequest("GET", "http://10.1.2.9:4040"+address, nil)
			q.RemoteAddr = from
			w := httptest.NewRecorder()
			p.handler().ServeHTTP(w, q)
			if w.Code != want || want != 200 && strings.Contains(w.Body.String(), "Aino") {
				t.Errorf("%s from %q: %d", address, from, w.Code)
			}
		}
	}
}
