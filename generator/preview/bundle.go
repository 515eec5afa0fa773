package preview

import (
	"fmt"
	"io/fs"
	"sync"

	"mentorbook/generator/theme"
)

// bundle is the preview's own script and style sheet: from the built-in theme,
// so that a mistake in the owner's templates can still be shown.
type bundle struct {
	files map[string]func() ([]byte, error)
}

func newBundle(builtin fs.FS) *bundle {
	make := func(entry string) func() ([]byte, error) {
		return sync.OnceValues(func() ([]byte, error) { return theme.Bundle(builtin, entry) })
	}
	return &bundle{map[string]func() ([]byte, error){
		"preview.js":  make("assets/js/preview.js"),
		"preview.css": make("assets/css/preview.css"),
	}}
}

func (b *bundle) file(name string) ([]byte, error) {
	make, ok := b.files[name]
	if !ok {
		return nil, fmt.Errorf("the preview has no %s", name)
	}
	return make()
}
