package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/evanw/esbuild/pkg/api"

	"mentorbook/generator/finding"
)

// Asset is a finished file of the theme. Its address holds a hash of its
// bytes, so that browsers may keep it for ever.
type Asset struct {
	Address string
	Bytes   []byte
}

// bundles are the entry points of the style sheet and the scripts, by the
// names that templates use.
var bundles = []struct{ name, entry string }{
	{"style.css", "assets/css/style.css"},
	{"home.css", "assets/css/home.css"},
	{"guide.css", "assets/css/guide.css"},
	{"form.css", "assets/css/form.css"},
	{"booklet.css", "assets/css/booklet.css"},
	{"scheme.js", "assets/js/scheme.js"},
	{"site.js", "assets/js/site.js"},
	{"agreement.js", "assets/js/agreement.js"},
	{"agreement-more.js", "assets/js/agreement-more.js"},
	{"sealed.js", "assets/js/sealed.js"},
	{"offline.js", "assets/js/offline.js"},
	{"search.css", "assets/css/search.css"},
	{"search.js", "assets/js/search.js"},
}

// workers are scripts that stand at the site's root under a name of their own:
// site writes them, with what they need to know in front.
var workers = []string{"service-worker.js", "farewell.js"}

// Worker returns one of these scripts.
func (t *Theme) Worker(name string) []byte { return t.workers[name] }

// Assets returns the theme's files.
func (t *Theme) Assets() []Asset { return t.assets }

// Asset returns the address of a file of the theme, below the site's root.
func (t *Theme) Asset(name string) string { return t.byName[name] }

func (t *Theme) loadAssets(o Options) ([]finding.Finding, error) {
	entries := make([]string, 0, len(bundles)+len(workers))
	for _, b := range bundles {
		entries = append(entries, b.entry)
	}
	for _, name := range workers {
		entries = append(entries, "assets/js/"+name)
	}
	made, found := t.bundleAll(entries)
	if len(found) > 0 {
		return found, nil
	}
	for i, b := range bundles {
		if b.name == "style.css" {
			made[i] = append(made[i], accentCSS(o.Accent)...)
		}
		t.addAsset(b.name, made[i])
	}
	for i, name := range workers {
		t.workers[name] = made[len(bundles)+i]
	}
	names, err := t.files.list("assets", func(name string) bool {
		return !strings.HasPrefix(name, "assets/css/") && !strings.HasPrefix(name, "assets/js/") && !strings.HasPrefix(name, "assets/icons/")
	})
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := t.files.read(name)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		t.addAsset(strings.TrimPrefix(name, "assets/"), data)
	}
	return nil, nil
}

func (t *Theme) addAsset(name string, data []byte) {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	address := "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	t.assets = append(t.assets, Asset{address, data})
	t.byName[name] = address
}

// bundleAll bundles each of the entries, on all cores. It returns what was found
// in the first that can't be bundled.
func (t *Theme) bundleAll(entries []string) ([][]byte, []finding.Finding) {
	made, found := make([][]byte, len(entries)), make([][]finding.Finding, len(entries))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(entries); i = int(next.Add(1)) - 1 {
				made[i], found[i] = t.bundle(entries[i])
			}
		})
	}
	wg.Wait()
	for _, fs := range found {
		if len(fs) > 0 {
			return nil, fs
		}
	}
	return made, nil
}

// bundle puts a style sheet or a script and what it imports into one file.
// Scripts become classic ones, since browsers refuse modules from disk.
func (t *Theme) bundle(entry string) ([]byte, []finding.Finding) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{"/" + entry}, Bundle: true, Write: false, Outdir: "/out",
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Format: api.FormatIIFE, Target: api.ES2020, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		Engines:  []api.Engine{{Name: api.EngineChrome, Version: "111"}, {Name: api.EngineFirefox, Version: "115"}, {Name: api.EngineSafari, Version: "16.4"}},
		LogLevel: api.LogLevelSilent,
		Plugins:  []api.Plugin{t.files.plugin()},
	})
	if len(result.Errors) > 0 {
		return nil, bundleFindings(entry, result.Errors)
	}
	return result.OutputFiles[0].Contents, nil
}

// Bundle bundles a script or a style sheet that is no part of any page, such as
// assets/js/preview.js.
func Bundle(builtin fs.FS, entry string) ([]byte, error) {
	t := &Theme{files: overlay{nil, builtin}}
	data, found := t.bundle(entry)
	if len(found) > 0 {
		return nil, fmt.Errorf("bundling %s: %s", entry, found[0].Message("en"))
	}
	return data, nil
}

// plugin lets esbuild read from the theme's folders and from nowhere else.
func (o overlay) plugin() api.Plugin {
	return api.Plugin{Name: "theme", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			p := a.Path
			if !strings.HasPrefix(p, "/") {
				p = path.Join(path.Dir(a.Importer), p)
			}
			return api.OnResolveResult{Path: path.Clean(p), Namespace: "theme"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "theme"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			data, err := o.read(strings.TrimPrefix(a.Path, "/"))
			if errors.Is(err, fs.ErrNotExist) {
				return api.OnLoadResult{}, fmt.Errorf("there is no file %s", strings.TrimPrefix(a.Path, "/"))
			}
			if err != nil {
				return api.OnLoadResult{}, err
			}
			text, loader := string(data), api.LoaderDataURL
			switch path.Ext(a.Path) {
			case ".css":
				loader = api.LoaderCSS
			case ".js":
				loader = api.LoaderJS
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}

func bundleFindings(entry string, messages []api.Message) []finding.Finding {
	var found []finding.Finding
	for _, m := range messages {
		place := finding.Place{File: "templates/" + entry}
		if m.Location != nil {
			place = finding.Place{File: "templates/" + strings.TrimPrefix(strings.TrimPrefix(m.Location.File, "theme:"), "/"), Line: m.Location.Line, Column: m.Location.Column + 1}
		}
		found = append(found, finding.New(finding.CodeAssetError, place, "reason", m.Text))
	}
	return found
}
