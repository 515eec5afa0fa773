package preview

import (
	"net"
	"net/http"
	"strings"

	"mentorbook/generator/dossier"
	"mentorbook/generator/finding"
	"mentorbook/generator/site"
)

// papers are the pairs' pages without a key.
type papers struct {
	*dossier.Plain
	found []finding.Finding // in the agreement's template; Plain is then nil
}

// lookPairs makes a page of a pair's, or the list of them. The lock is held.
func (p *preview) lookPairs(address string) (s shown, ok bool) {
	if p.pairs == nil || !strings.Contains("/"+address, "/"+site.PairsFolder) {
		return s, false
	}
	made, err := p.pairs()
	if err != nil || made.Plain == nil {
		return shown{findings: made.found, err: err}, true
	}
	s.file, s.findings = made.File(address)
	return s, s.file != nil || len(s.findings) > 0
}

// pairsList is the way to the list of the pairs' pages, "" where there is none.
func (p *preview) pairsList() string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.pairs == nil {
		return ""
	}
	made, err := p.pairs()
	if err != nil || made.Plain == nil || made.List() == "" {
		return ""
	}
	return "/" + made.List()
}

// fromHere reports whether a request comes from this machine: where other
// machines may read the handbook, the pairs' names are still nobody else's.
func fromHere(q *http.Request) bool {
	host, _, err := net.SplitHostPort(q.RemoteAddr)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}
