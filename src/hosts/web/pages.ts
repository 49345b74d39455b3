/** The few pages that are not the app's own: they work without it. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-inline-size:34rem;margin:4rem auto;padding-inline:1rem}
input,button{font:inherit;padding:.4rem .6rem}label{display:block;margin-block:1rem .3rem}`;

/** Under this name the browser keeps the port's key; `src/ui/http/access.ts` reads it. */
export const KEY_NAME = 'lectern.key';

function document(title: string, main: string, nonce: string | null): string {
  const style = `<style${nonce === null ? '' : ` nonce="${nonce}"`}>${STYLE}</style>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>${style}<main><h1>Lectern</h1>${main}</main></html>`;
}

/** A page that says one thing. */
export function saying(text: string, nonce: string): string {
  return document('Lectern', `<p>${escapeHtml(text)}</p>`, nonce);
}

/**
 * The file that a browser is started with. It sends its code as a form does, so that the code is in no address: not in the history,
 * not in the list of processes. Where a browser may not read the file, a person can: the code stands on its second line.
 */
export function entryFile(port: number, token: string): string {
  const form = `<form method="post" action="http://127.0.0.1:${port}/enter"><input type="hidden" name="token" value="${token}"><button>Open Lectern</button></form>`;
  return `<!-- Opens Lectern, once. The code, where a browser asks for it: -->\n<!-- ${token} -->\n${document('Lectern', form, null)}<script>document.forms[0].submit()</script>\n`;
}

/** Asks a browser that Lectern does not know for the code. `wrong`: the one it gave is none, or was used. */
export function asking(wrong: boolean, nonce: string): string {
  const why = wrong
    ? '<p role="alert">This code is not the one that opens Lectern now: each works once.</p>'
    : '<p>This browser has not been let in yet.</p>';
  return document(
    'Open Lectern',
    `${why}<p>Open the file that Lectern named when it started, or copy the code from its second line.</p>
<form method="post" action="/enter"><label for="token">Code</label><input id="token" name="token" autocomplete="off" spellcheck="false" required> <button>Open</button></form>`,
    nonce,
  );
}

/** Hands the browser the port's secret and goes on to the app, in this page's place in the history. */
export function entered(key: string, nonce: string): string {
  const blocked = 'This browser keeps nothing for Lectern. Allow storage for this address, then open the file again.';
  const script = `try{localStorage.setItem('${KEY_NAME}','${key}');location.replace('/')}catch{document.querySelector('p').textContent='${blocked}'}`;
  return document('Lectern', `<p role="status">Opening Lectern …</p><script nonce="${nonce}">${script}</script>`, nonce);
}
