// Fills in every field of a form as a program for forms does, and saves it:
// node fill.mjs FROM TO TEXT. It prints what it found, a field a line.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'

const require = createRequire(new URL('../../../.ci/package.json', import.meta.url))
const { PDFDocument, PDFTextField, PDFCheckBox, PDFDropdown } = require('pdf-lib')

const [from, to, text] = process.argv.slice(2)
const document = await PDFDocument.load(readFileSync(from))
for (const field of document.getForm().getFields()) {
  const name = field.getName()
  if (field instanceof PDFTextField) {
    console.log(`${field.isMultiline() ? 'lines' : 'text'} ${name} = ${field.getText() ?? ''}`)
    field.setText(text)
  } else if (field instanceof PDFCheckBox) {
    console.log(`tick ${name} = ${field.isChecked()}`)
    field.check()
  } else if (field instanceof PDFDropdown) {
    console.log(`${field.isEditable() ? 'open' : 'closed'} ${name} = ${field.getSelected().join()} of ${field.getOptions().length}`)
    field.isEditable() ? field.select(text) : field.select(field.getOptions().at(-1))
  } else {
    throw new Error(`${name} is a field of no known kind`)
  }
}
writeFileSync(to, await document.save())
