// element makes an element of attributes and of children, texts or elements.
export function element(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== "") e.setAttribute(key, value);
  if (attributes.hidden === "") e.hidden = true;
  e.append(...children);
  return e;
}
