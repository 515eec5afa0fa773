package preview

import (
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// allowedHosts are the names under which the preview may be asked for. A page
// elsewhere could let its own name lead to this machine and read the handbook
// in its visitor's browser (DNS rebinding); its name in the Host header tells.
type allowedHosts struct {
	open  bool // other machines may ask, by any address and by this machine's name
	names map[string]bool
}

func newAllowedHosts(host string) *allowedHosts {
	a := &allowedHosts{names: map[string]bool{"localhost": true}}
	ip := net.ParseIP(host)
	a.open = host != "" && !strings.EqualFold(host, "localhost") && (ip == nil || !ip.IsLoopback())
	if a.open {
		a.names[strings.ToLower(host)] = true
		if name, err := os.Hostname(); err == nil {
			name = strings.ToLower(name)
			a.names[name], a.names[name+".local"] = true, true
		}
	}
	return a
}

// allow reports whether a Host header names the preview.
func (a *allowedHosts) allow(hostport string) bool {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback() || a.open
	}
	return a.names[host]
}

// refuse returns why a request is refused, or 0.
func (a *allowedHosts) refuse(q *http.Request) (status int, why string) {
	switch {
	case q.Method != http.MethodGet && q.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "The preview only shows pages."
	case !a.allow(q.Host):
		return http.StatusForbidden, "The preview does not answer to this name. Ask for it by the address that mentorbook serve printed; --host lets other machines in."
	}
	for _, origin := range q.Header.Values("Origin") {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme != "http" || u.Host != q.Host {
			return http.StatusForbidden, "The preview does not answer pages of other sites."
		}
	}
	return 0, ""
}
