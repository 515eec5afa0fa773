package site

import (
	"bytes"
	"context"
	"sync"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/search"
	"mentorbook/generator/theme"
)

// searchJob makes the search index of an edition. All its files come from one
// walk through the pages: the preview, which asks for one at a time, keeps them.
func (r *renderer) searchJob(e *edition) job {
	kept := sync.OnceValues(func() (map[string][]byte, error) {
		files := map[string][]byte{}
		var mu sync.Mutex
		err := search.Make(context.Background(), e.Edition, searchNames(e.text), func(address string, data []byte) error {
			mu.Lock()
			defer mu.Unlock()
			files[address] = bytes.Clone(data)
			return nil
		})
		return files, err
	})
	return job{address: search.Folder(e.Edition), make: func(w *worker) ([]finding.Finding, error) {
		if w.only == "" {
			return nil, search.Make(context.Background(), e.Edition, searchNames(e.text), search.Put(w.put))
		}
		files, err := kept()
		if data, ok := files[w.only]; ok {
			err = w.put(w.only, data)
		}
		return nil, err
	}}
}

// searchNames are the interface texts that the search needs. What the dialog
// says is under search. in the catalogue, by the names that its script uses.
func searchNames(text *theme.Catalogue) search.Names {
	n := search.Names{Parts: map[string]string{}, Interface: map[string]string{}}
	for part, key := range map[string]string{
		"measures": "goal.measures", "clause": "rule.clause", "agenda": "meeting.agenda", "prepare": "meeting.prepare",
		"questions": "meeting.questions", "exercises": "meeting.exercises", "followup": "meeting.followup",
	} {
		n.Parts[part] = text.Text(key)
	}
	for _, name := range dialogTexts {
		n.Interface[name] = text.Text("search." + name)
	}
	for _, kind := range []handbook.Kind{handbook.GoalPage, handbook.RulePage, handbook.MeetingPage, handbook.RolePage, handbook.ArticlePage} {
		n.Kinds = append(n.Kinds, search.Kind{ID: kind, Name: text.Text("search.kind." + string(kind))})
	}
	return n
}

// dialogTexts are the texts of the dialog.
var dialogTexts = []string{
	"title", "label", "close", "results", "filter", "all", "count", "none", "none.filter", "instead", "partly", "more", "loading", "failed", "keys", "shortcut",
}
