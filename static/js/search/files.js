// Fetching search files: scripts that hand over one value each, so that they load under a strict content security policy
// and from a folder alike (sitegen/render/search/files.py).

/**
 * A function that promises the value of a search file by name; each file is asked for once, and again after a failure.
 * `folder` is the address of the search folder.
 */
export function scriptLoader(folder, document) {
  const values = new Map();
  const asked = new Map();
  document.defaultView.sitegenSearch = (name, value) => { values.set(name, value); };

  async function fetchValue(name) {
    await loadScript(`${folder}${name}.js`, document);
    if (!values.has(name)) {
      throw new Error(`${name} does not hold what its name says`);
    }
    return values.get(name);
  }

  return (name) => {
    if (!asked.has(name)) {
      const value = fetchValue(name);
      asked.set(name, value);
      value.catch(() => asked.delete(name));
    }
    return asked.get(name);
  };
}

/** Run a script of an address; promises that it has run. */
function loadScript(address, document) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => { script.remove(); resolve(); };
    script.onerror = () => { script.remove(); reject(new Error(`cannot load ${address}`)); };
    document.head.append(script);
  });
}
