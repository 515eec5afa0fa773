package paper

import "fmt"

// checkFields looks for fields that a form cannot have.
func checkFields(d *Document) error {
	names := map[string]bool{}
	return eachField(d.Blocks, func(f *Field) error {
		name := fieldName(f.Name)
		switch {
		case name == "":
			return fmt.Errorf("the field with the label %q has no name", f.Label)
		case plain(f.Label) == "":
			return fmt.Errorf("the field %q has no label", f.Name)
		case names[name]:
			return fmt.Errorf("two fields have the name %q", f.Name)
		}
		names[name] = true
		return nil
	})
}

// eachField visits the fields of blocks in their order.
func eachField(blocks []Block, visit func(*Field) error) error {
	for i := range blocks {
		b := &blocks[i]
		err := eachFieldOf(b.Text, visit)
		if err == nil && b.Field != nil {
			err = visit(b.Field)
		}
		for j := 0; j < len(b.Items) && err == nil; j++ {
			if err = eachFieldOf(b.Items[j].Label, visit); err == nil {
				err = eachField(b.Items[j].Blocks, visit)
			}
		}
		if err == nil && b.Table != nil {
			err = eachCell(b.Table, visit)
		}
		for j := 0; j < len(b.Signers) && err == nil; j++ {
			if err = visit(&b.Signers[j].Name); err == nil {
				err = visit(&b.Signers[j].PlaceDate)
			}
		}
		if err == nil {
			err = eachField(b.Blocks, visit)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func eachCell(t *Table, visit func(*Field) error) error {
	for _, row := range append([][][]Span{t.Head}, t.Rows...) {
		for _, cell := range row {
			if err := eachFieldOf(cell, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

func eachFieldOf(spans []Span, visit func(*Field) error) error {
	for i := range spans {
		if spans[i].Field != nil {
			if err := visit(spans[i].Field); err != nil {
				return err
			}
		}
	}
	return nil
}
