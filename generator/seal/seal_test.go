package seal

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func secretOf(t *testing.T, text string) Secret {
	t.Helper()
	s, err := ParseSecret(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const words = "a secret of at least thirty-two characters"

func TestWhatIsSealedOpensWithItsKeyOnly(t *testing.T) {
	s := secretOf(t, words)
	k := NewKey(s, "p1", 0)
	for _, size := range []int{0, 1, paddedTo - 4, paddedTo - 3, 3 * paddedTo} {
		text := bytes.Repeat([]byte("ä"), size)[:size]
		sealed := k.Seal(text)
		if got, ok := k.Open(sealed); !ok || !bytes.Equal(got, text) {
			t.Errorf("%d bytes do not come back", size)
		}
		for name, other := range map[string]Key{"another pair": NewKey(s, "p2", 0), "a revoked key": NewKey(s, "p1", 1), "another programme": NewKey(secretOf(t, words+"!"), "p1", 0)} {
			if _, ok := other.Open(sealed); ok {
				t.Errorf("the key of %s opens it", name)
			}
		}
	}
}

func TestEveryChangedBitIsNoticed(t *testing.T) {
	k := NewKey(secretOf(t, words), "p1", 0)
	sealed := k.Seal([]byte("goals"))
	for _, i := range []int{0, 11, 12, 16, 17, len(sealed) / 2, len(sealed) - 17, len(sealed) - 1} {
		bad := bytes.Clone(sealed)
		bad[i] ^= 1
		if _, ok := k.Open(bad); ok {
			t.Errorf("byte %d may be changed", i)
		}
	}
	if _, ok := k.Open(sealed[:len(sealed)-1]); ok {
		t.Error("a page cut short opens")
	}
	if _, ok := k.Open(nil); ok {
		t.Error("nothing opens")
	}
	moved := k
	moved.Name = "another"
	if _, ok := moved.Open(sealed); ok {
		t.Error("a page may be moved to another address")
	}
}

func TestSealedPagesTellNothing(t *testing.T) {
	s := secretOf(t, words)
	k := NewKey(s, "virtanen-korhonen", 0)
	if !bytes.Equal(k.Seal([]byte("x")), k.Seal([]byte("x"))) {
		t.Error("equal input gives other bytes")
	}
	a, b := k.Seal([]byte("a")), k.Seal([]byte("b"))
	if bytes.Equal(a[:nonceSize], b[:nonceSize]) {
		t.Error("a nonce meets two texts")
	}
	if len(a) != len(k.Seal(bytes.Repeat([]byte("z"), 8000))) {
		t.Error("the size tells a short text from a long one")
	}
	if other := NewKey(s, "Virtanen-Korhonen", 0); other.Name == k.Name || other.Fragment() == k.Fragment() {
		t.Error("two pairs share a key")
	}
	if len(k.Name) != 26 || len(k.Fragment()) != 2+43 || len(k.Check) != 16 || strings.Contains(k.Name, "virtanen") {
		t.Errorf("name %q, fragment of %d, check %q", k.Name, len(k.Fragment()), k.Check)
	}
}

// The values are fixed for ever: links that were sent must stay good.
func TestKeysStayTheSameFromVersionToVersion(t *testing.T) {
	k := NewKey(secretOf(t, words), "p1", 0)
	if got := k.Name + " " + k.Check + " " + k.Fragment(); got != wantKey {
		t.Errorf("the key is now\n%s", got)
	}
}

const wantKey = "5edeswacxrxcxxl3o2kknkwtwm 2e7f42bcfcb62672 k=Njs0zpG-W3IhMMkTXA9W-Jp9LWKaDh6yXknv_sA-u94"

func TestTheSecretIsMadeOnceAndKeptPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "secret")
	var secrets [8]Secret
	var wg sync.WaitGroup
	for i := range secrets {
		wg.Go(func() {
			s, _, err := ReadSecret(path)
			if err != nil {
				t.Error(err)
			}
			secrets[i] = s
		})
	}
	wg.Wait()
	for _, s := range secrets[1:] {
		if s != secrets[0] {
			t.Fatal("two builds at once use two secrets")
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	again, made, err := ReadSecret(path)
	if err != nil || made || again != secrets[0] {
		t.Errorf("the secret changed: made %t, %v", made, err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Error("others can still read it")
	}
	if rest, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(rest) != 1 {
		t.Errorf("left over: %v", rest)
	}
}

func TestADamagedSecretIsNeverReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte("cut\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := ReadSecret(path); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "cut\n" {
		t.Error("it was replaced")
	}
	if _, err := ParseSecret("short"); err == nil {
		t.Error("a short secret passes")
	}
}

func BenchmarkSeal(b *testing.B) {
	s, _ := ParseSecret(words)
	text := bytes.Repeat([]byte("The mentee sends the topics. "), 300)
	for b.Loop() {
		NewKey(s, "p1", 0).Seal(text)
	}
}
