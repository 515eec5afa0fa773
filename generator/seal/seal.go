// Package seal keeps pages private on a public server: it derives a key for
// each and encrypts it, so that what is published can be read with the key
// only, which travels in the fragment of a link and never reaches a server.
//
// All is derived from one secret of the programme (Secret), with HKDF-SHA-256
// (RFC 5869): a pair's key, the name of its file, and what its nonces are made
// of. So links stay the same from build to build, and equal input gives equal
// bytes. A page is sealed with AES-256-GCM (NIST SP 800-38D). Its nonce is
// synthetic, as in the SIV construction (RFC 5297, RFC 8452): an HMAC of all
// that is sealed, under a key of its own, so that a nonce meets two different
// texts only where 96 bits of an HMAC collide.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"strconv"
	"strings"
)

// Version of the form of sealed pages. It is part of what is authenticated,
// and of all that is derived.
const Version = 1

// paddedTo is the step, in bytes, by which sizes can be told apart.
const paddedTo = 8 << 10

// Sizes of AES-GCM's nonce and tag, in bytes.
const (
	nonceSize = 12
	tagSize   = 16
)

// Key opens one pair's page.
type Key struct {
	// Name is the file's: 26 letters and digits, of 128 bits, from which
	// nothing about the pair can be told.
	Name string
	// Check tells a wrong key from a changed file: the first 8 bytes of a hash
	// of the key, as hexadecimal digits. The key can't be told from it.
	Check string

	key, nonce []byte
}

// NewKey derives the key of a pair from the secret. generation tells a pair's
// new key from the one it had before: 0, 1 …
func NewKey(secret Secret, id string, generation int) Key {
	derive := func(purpose string, size int) []byte {
		info := "mentorbook " + strconv.Itoa(Version) + "\x00" + purpose + "\x00" + strconv.Itoa(generation) + "\x00" + id
		b, err := hkdf.Key(sha256.New, secret[:], nil, info, size)
		if err != nil {
			panic(err) // only sizes that the hash can't give
		}
		return b
	}
	k := Key{key: derive("key", 32), nonce: derive("nonce", 32)}
	k.Name = strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(derive("name", 16)))
	check := sha256.Sum256(append([]byte("mentorbook check\x00"), k.key...))
	k.Check = hexOf(check[:8])
	return k
}

// Fragment is the key as it stands in a link's fragment: k= and the key in
// base64url (RFC 4648, 5), 43 characters.
func (k Key) Fragment() string { return "k=" + base64.RawURLEncoding.EncodeToString(k.key) }

// Seal encrypts a text. The result is the nonce, the ciphertext and its tag.
// What is encrypted is the text's length in 4 bytes, big-endian, the text, and
// zeros up to a multiple of 8 KiB. The version and the key's Name are
// authenticated with it.
func (k Key) Seal(text []byte) []byte {
	size := (4 + len(text) + paddedTo - 1) / paddedTo * paddedTo
	plain := make([]byte, size)
	binary.BigEndian.PutUint32(plain, uint32(len(text)))
	copy(plain[4:], text)

	bound := k.bound()
	mac := hmac.New(sha256.New, k.nonce)
	mac.Write(binary.BigEndian.AppendUint32(nil, uint32(len(bound))))
	mac.Write(bound)
	mac.Write(plain)
	sealed := append(make([]byte, 0, nonceSize+size+tagSize), mac.Sum(nil)[:nonceSize]...)
	return k.cipher().Seal(sealed, sealed, plain, bound)
}

// Open is the reverse of Seal, as the browser does it; ok is false for
// whatever Seal did not make with this key.
func (k Key) Open(sealed []byte) (text []byte, ok bool) {
	if len(sealed) < nonceSize {
		return nil, false
	}
	plain, err := k.cipher().Open(nil, sealed[:nonceSize], sealed[nonceSize:], k.bound())
	if err != nil || len(plain) < 4 {
		return nil, false
	}
	size := binary.BigEndian.Uint32(plain)
	if uint64(size)+4 > uint64(len(plain)) {
		return nil, false
	}
	return plain[4 : 4+size], true
}

// bound is what is authenticated besides the text.
func (k Key) bound() []byte {
	return []byte("mentorbook " + strconv.Itoa(Version) + " " + k.Name)
}

func (k Key) cipher() cipher.AEAD {
	block, err := aes.NewCipher(k.key)
	if err != nil {
		panic(err) // the key has 32 bytes
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err) // AES has blocks of 16 bytes
	}
	return aead
}

func hexOf(b []byte) string {
	const digits = "0123456789abcdef"
	s := make([]byte, 0, 2*len(b))
	for _, c := range b {
		s = append(s, digits[c>>4], digits[c&15])
	}
	return string(s)
}
