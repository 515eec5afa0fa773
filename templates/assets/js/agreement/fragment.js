// What stands after the # of an agreement's address, which no server ever sees:
// name=value pairs with & between them. k is the key of a sealed page; answers
// (compressed) or answers0 (as they are) a draft that somebody sends to somebody.

// fragment reads the pairs of an address's fragment into a Map.
export function fragment(hash = location.hash) {
  const pairs = new Map();
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at > 0) pairs.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return pairs;
}

// hashOf is the inverse of fragment; "" for no pairs.
export function hashOf(pairs) {
  const text = [...pairs].map(([name, value]) => `${name}=${value}`).join("&");
  return text && "#" + text;
}
