package handbook

import (
	"embed"
	"reflect"

	"mentorbook/generator/source"
)

//go:embed programme.go kinds.go
var ownSource embed.FS

// Documented is a file that owners write: programme.yaml or the front matter
// of a kind.
type Documented struct {
	Name   string // programme, or the kind
	Folder string // where such pages lie, or ""
	Own    reflect.Type
	All    reflect.Type // with what every kind has
}

// DocumentedTypes lists them, in the order in which docs show them.
func DocumentedTypes() []Documented {
	return []Documented{
		{"programme", "", reflect.TypeFor[Programme](), reflect.TypeFor[Programme]()},
		{"page", "", reflect.TypeFor[Common](), reflect.TypeFor[plainFront]()},
		{"goal", "goals/", reflect.TypeFor[Goal](), reflect.TypeFor[goalFront]()},
		{"ground-rule", "ground-rules/", reflect.TypeFor[GroundRule](), reflect.TypeFor[ruleFront]()},
		{"meeting", "meetings/", reflect.TypeFor[Meeting](), reflect.TypeFor[meetingFront]()},
		{"role", "roles/", reflect.TypeFor[Role](), reflect.TypeFor[roleFront]()},
		{"agreement", "agreement.md", reflect.TypeFor[AgreementFields](), reflect.TypeFor[agreementFront]()},
	}
}

// Docs returns what the fields mean, from their declarations.
func Docs() (source.Docs, error) {
	return source.ReadDocs(ownSource, "programme.go", "kinds.go")
}
