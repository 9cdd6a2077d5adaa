// The page is complete without this script; it only adds filters, order, paging, deep links and keys.
(() => {
  'use strict';
  const root = document.documentElement, $ = (s, e = document) => e.querySelector(s), $$ = (s, e = document) => [...e.querySelectorAll(s)];
  for (const e of $$('[data-js]')) e.hidden = false;
  const store = {get(k) { try { return localStorage.getItem(k); } catch { return null; } }, set(k, v) { try { localStorage.setItem(k, v); } catch {} }};
  const theme = store.get('belofte.theme'); if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  $('#theme').addEventListener('click', () => {
    root.dataset.theme = getComputedStyle(root).colorScheme.includes('dark') ? 'light' : 'dark'; store.set('belofte.theme', root.dataset.theme);
  });
  $('#print').addEventListener('click', () => print());

  // Promise map: pointing at or focusing one promise fades what is not tied to it.
  for (const map of $$('.map svg[role]')) {
    const light = a => {
      map.classList.toggle('dim', !!a); for (const e of $$('.on', map)) e.classList.remove('on');
      if (!a) return;
      a.classList.add('on');
      for (const e of $$('[data-a="' + a.dataset.n + '"],[data-b="' + a.dataset.n + '"]', map)) {
        e.classList.add('on'); for (const n of [e.dataset.a, e.dataset.b]) $('[data-n="' + n + '"]', map).classList.add('on');
      }
    };
    for (const [on, off] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
      map.addEventListener(on, e => light(e.target.closest('a[data-n]'))); map.addEventListener(off, () => light(null));
    }
  }
  const reveal = id => {
    const e = document.getElementById(id); if (!e) return false;
    for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    e.scrollIntoView({block: 'start', behavior: 'instant'}); e.focus({preventScroll: true}); return true;
  };

  const form = $('#filters'), list = $('#list');
  if (!form) { root.dataset.ready = '1'; return; }

  // Columns back into findings. One string pool; claims and pages once each.
  const data = JSON.parse($('#data').textContent), W = data.words, S = data.strings;
  const claims = data.claims.map(c => ({
    id: S[c[0]], file: data.pages[c[1]][0], url: data.pages[c[1]][1], line: c[2], col: c[3], lang: S[c[4]], quote: S[c[5]], marked: S[c[6]],
    context: S[c[7]], pages: c[8], isRule: c[9] === 1, voice: c[10], more: c.slice(11),
  }));
  const all = data.findings.map((f, i) => {
    const places = data.places[i], more = places.length && places[places.length - 1] < 0 ? -places[places.length - 1] : 0, fp = S[f[0]];
    return {
      i, fp, id: 'f-' + fp.replace(/[^A-Za-z0-9-]/g, '').replace(/^b1-/, ''), type: data.types[f[1]], severity: f[2], rule: S[f[3]], theme: S[f[4]],
      message: S[f[5]], advice: S[f[6]], why: S[f[7]], href: S[f[8]], touchpoint: S[f[9]], isNew: f[10] === 1, org: f[11], change: f[12], reach: f[13], excepted: S[f[14]],
      claims: (more ? places.slice(0, -1) : places).map(n => claims[n]), more,
    };
  });
  // Without accents, so that "reëel" is found by "reeel".
  const fold = t => t.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const hay = f => f.hay ??= fold([f.fp, f.message, f.advice, f.rule, data.themes[f.theme], f.href, ...f.claims.map(c => c.quote + ' ' + c.file + ' ' + c.url)].join('\n'));
  const number = n => n.toLocaleString(W.locale);
  const put = (t, v) => t.replace(/\{(\w+)\}/g, (_, k) => v[k] ?? '');
  const count = (t, n) => { const f = t.split('|'); return put(n === 1 ? f[0] : f[f.length - 1], {n: number(n)}); };
  const SIZE = 25, FULL = 500; let page = 0, shown = all;

  const make = (tag, props, ...kids) => { const e = document.createElement(tag); Object.assign(e, props); e.append(...kids.filter(k => k != null)); return e; };
  const path = c => { const m = /^https?:\/\/[^/]*(\/[^#]*)/i.exec(c.url); return m ? (m[1].length > 1 ? m[1].replace(/\/$/, '') : m[1]) : c.url ? '/' : c.file; };
  // Only http and https become a link; a text fragment must escape - , & besides the usual.
  const esc = t => encodeURIComponent(t).replace(/[-!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase());
  const fragment = q => {
    const w = q.split(' | ')[0].split(/\s+/).filter(Boolean), t = w.join(' ');
    return [...t].length > 90 && w.length > 8 ? esc(w.slice(0, 4).join(' ')) + ',' + esc(w.slice(-4).join(' ')) : esc(t);
  };
  const place = c => {
    const line = put(W.atLine, {line: number(c.line)});
    if (!/^https?:\/\//i.test(c.url)) return make('span', {}, make('span', {className: 'mono', textContent: c.file}), ', ' + line);
    const a = make('a', {rel: 'noopener noreferrer', href: c.url.split('#')[0] + '#:~:text=' + fragment(c.quote), textContent: path(c) + ', ' + line});
    a.dataset.print = c.url; return a;
  };
  const marked = c => {
    const at = c.marked ? c.quote.indexOf(c.marked) : -1, q = make('blockquote', {lang: c.lang});
    if (at < 0) q.textContent = c.quote; else q.append(c.quote.slice(0, at), make('mark', {textContent: c.marked}), c.quote.slice(at + c.marked.length));
    return q;
  };
  const cut = (t, n) => { const s = [...t]; if (s.length <= n) return t; const at = s.slice(0, n).lastIndexOf(' '); return s.slice(0, at > n / 2 ? at : n).join('') + ' …'; };
  const isPair = f => ['contradiction', 'narrowing', 'drift'].includes(f.type[0]);
  const speaker = (f, c) => f.type[0] === 'drift' ? W.now : c.isRule ? W.yourRule : W.youPromise;
  const counter = (f, c) => f.type[0] === 'narrowing' ? W.butOnly : f.type[0] === 'drift' ? W.before : [W.butElsewhere, W.butPolicy, W.butTerms][c.voice];

  const tpl = $('#row');
  function row(f) {
    const li = tpl.content.firstElementChild.cloneNode(true), tag = $('.tag', li), first = f.claims[0];
    li.id = f.id; tag.classList.add('is-' + f.type[2]); $('use', tag).setAttribute('href', '#g-' + f.type[2]); $('.name', tag).textContent = f.type[1];
    $('.what', li).textContent = f.message; $('.where', li).textContent = first ? path(first) + ':' + first.line : data.themes[f.theme];
    $('.reach span', li).textContent = f.reach ? count(W.pages, f.reach) : '–'; const fresh = $('.new', li); fresh.textContent = f.excepted ? W.excepted : W.isNew;
    fresh.hidden = !f.isNew && !f.excepted; fresh.classList.toggle('off', !!f.excepted);
    $('details', li).addEventListener('toggle', e => { if (e.target.open) fill(li, f); });
    return li;
  }
  const suppression = f => 'exceptions:\n  - finding: ' + f.fp + '\n    reason: ' + W.reason + '\n    until: ' + (new Date().getFullYear() + 1) + '-01-01';
  function fill(li, f) {
    const b = $('.body', li); if (b.dataset.done) return; b.dataset.done = '1'; b.classList.add('is-' + f.type[2]);
    const left = make('div'), right = make('div'), small = (...k) => make('p', {className: 'small'}, ...k), head = t => make('h3', {textContent: t});
    const n = isPair(f) ? 2 : 1;
    f.claims.slice(0, n).forEach((c, i) => {
      if (n > 1) left.append(head(i ? counter(f, c) : speaker(f, c)));
      left.append(marked(c), small(place(c), c.context ? make('span', {className: 'soft'}, ' · ', make('span', {lang: c.lang, textContent: c.context})) : null));
    });
    const said = (c, n) => make('span', {lang: c.lang, textContent: cut(c.quote, n)});
    // What two rules read in one sentence is one place.
    const spot = c => JSON.stringify([c.file, c.line, c.quote]), seen = new Set(f.claims.slice(0, n).map(spot));
    const items = f.claims.slice(n).filter(c => !seen.has(spot(c)) && seen.add(spot(c))).map(c => make('li', {}, place(c), ': ', said(c, 90)));
    for (const c of f.claims.slice(0, n)) if (c.pages > 1) {
      const kids = [];
      for (let i = 0; i < c.more.length; i += 2) {
        const [file, url] = data.pages[c.more[i]]; kids.push(i ? ', ' : '', place({file, url, line: c.more[i + 1], quote: c.quote}));
      }
      const rest = c.pages - 1 - c.more.length / 2;
      items.push(make('li', {}, said(c, 60), ': ', ...kids, rest > 0 ? (kids.length ? ', ' : '') + count(W.andMorePages, rest) : null));
    }
    if (items.length) {
      if (f.more) items.push(make('li', {textContent: count(W.andMore, f.more)}));
      left.append(head(W.otherPlaces), make('ul', {className: 'small'}, ...items));
    }
    left.append(head(W.why), small(f.why)); if (f.advice) left.append(head(W.how), small(f.advice));
    right.append(head(W.rule)); if (data.organisations.length > 1) right.append(small(data.organisations[f.org]));
    const code = t => make('code', {textContent: t}), c = f.claims[0];
    right.append(small(data.severities[f.severity][1] + ' · ' + data.themes[f.theme] + ' · ', code(f.rule), make('br'), code(f.fp),
      ...(c ? [make('br'), code(c.file + ':' + c.line + ':' + c.col)] : [])));
    if (f.href) right.append(head(W.linkTarget), small(code(f.href)));
    const button = (kind, label) => { const e = make('button', {className: 'btn', type: 'button', textContent: label}); e.dataset.copy = kind; e.dataset.label = label; return e; };
    if (f.excepted) right.append(head(W.excepted), small(f.excepted), make('p', {className: 'acts'}, button('link', W.copyLink)));
    else right.append(make('h3', {textContent: W.suppressIn, className: 'screen'}), make('pre', {className: 'sup screen', textContent: suppression(f), tabIndex: 0}),
      make('p', {className: 'acts'}, button('sup', W.copySuppression), ' ', button('link', W.copyLink)));
    b.replaceChildren(left, right);
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(shown.length / SIZE)); page = Math.max(0, Math.min(page, pages - 1));
    list.replaceChildren(...shown.slice(page * SIZE, page * SIZE + SIZE).map(row)); list.start = page * SIZE + 1;
    $('#status').textContent = shown.length === all.length ? count(W.findings, all.length) : put(W.shownOf, {n: number(shown.length), total: number(all.length)});
    $('#pageno').textContent = put(W.pageOf, {n: number(page + 1), total: number(pages)});
    $('#prev').disabled = page === 0; $('#next').disabled = page >= pages - 1; $('#pager').hidden = pages < 2;
    $('#none').hidden = shown.length > 0; list.hidden = shown.length === 0; chips();
  }
  // Filters that come from a cell of the matrix and have no field of their own.
  function chips() {
    const box = $('#chips'), e = form.elements, items = [], c = e.promise.value && claims.find(x => x.id === e.promise.value);
    if (e.promise.value) items.push(make('span', {}, W.onlyPromise + (c ? ': ' : ''), c ? make('q', {lang: c.lang, textContent: cut(c.quote, 90)}) : null));
    const at = e.touchpoint.value; if (at) items.push(at === 'general' ? W.onlyGeneral : put(W.onlyTouchpoint, {touchpoint: (Object.hasOwn(W, at) ? W[at] : at).toLowerCase()}));
    box.hidden = !items.length; if (!items.length) return box.replaceChildren();
    const off = make('button', {className: 'btn', type: 'button', textContent: W.showAll});
    off.addEventListener('click', () => { e.promise.value = e.touchpoint.value = ''; apply(true); $('#status').focus(); });
    box.replaceChildren(...items.flatMap((x, i) => i ? [' · ', x] : [x]), ' ', off);
  }
  const less = (x, y) => x < y ? -1 : x > y ? 1 : 0, file = f => f.claims[0] ? f.claims[0].file : '\uffff';
  const order = {
    priority: (a, b) => a.i - b.i, reach: (a, b) => b.reach - a.reach || a.i - b.i, severity: (a, b) => b.severity - a.severity || a.i - b.i,
    page: (a, b) => less(file(a), file(b)) || (a.claims[0]?.line ?? 0) - (b.claims[0]?.line ?? 0) || a.i - b.i, rule: (a, b) => less(a.rule, b.rule) || a.i - b.i,
  };
  const values = () => { const v = {}; for (const [k, x] of new FormData(form)) v[k] = x; return v; };
  const fits = (f, v, words) => (!v.kind || f.type[0] === v.kind) && (!v.theme || f.theme === v.theme) && (!v.severity || data.severities[f.severity][0] === v.severity)
    && (!v.language || f.claims.some(c => c.lang === v.language)) && (!v.organisation || f.org === +v.organisation) && (!v.since || f.isNew) && (!v.status || (v.status === 'excepted') === !!f.excepted)
    && (!v.promise || f.claims.some(c => c.id === v.promise)) && (!v.touchpoint || f.touchpoint === v.touchpoint) && words.every(w => hay(f).includes(w));
  function apply(push) {
    const v = values(), words = fold(v.q || '').split(/\s+/).filter(Boolean);
    shown = all.filter(f => fits(f, v, words)); if (v.sort && v.sort !== 'priority') shown.sort(order[v.sort]);
    page = 0; draw();
    if (push) {
      const p = new URLSearchParams(); for (const [k, x] of Object.entries(v)) if (x && !(k === 'sort' && x === 'priority')) p.set(k, x);
      try { history.replaceState(null, '', '#findings' + (p.size ? '?' + p : '')); } catch {}
    }
  }
  // A link to a finding that was solved since, or that did not fit in.
  function lost(id) {
    const box = $('#chips'); box.hidden = false; box.replaceChildren(put(W.notHere, {id: id.slice(0, 40)}));
    $('#findings').scrollIntoView({behavior: 'instant'}); $('#say').textContent = box.textContent;
  }
  function clear() { form.reset(); form.elements.promise.value = form.elements.touchpoint.value = ''; }
  function route() {
    let h; try { h = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    if (h === 'findings' || h.startsWith('findings?')) {
      const p = new URLSearchParams(location.hash.split('?')[1] || ''); clear();
      for (const [k, x] of p) {
        const e = form.elements.namedItem(k); if (!(e instanceof HTMLElement) || e.type === 'button') continue;
        e.value = x; if (e.tagName === 'SELECT' && e.selectedIndex < 0) e.selectedIndex = 0;
      }
      apply(false); $('#findings').scrollIntoView({behavior: 'instant'});
    } else if (h.startsWith('f-')) {
      clear(); apply(false);
      const at = shown.findIndex(f => f.id === h); if (at < 0) return lost(h.slice(2));
      page = Math.floor(at / SIZE); draw();
      const li = document.getElementById(h), d = $('details', li); d.open = true; fill(li, shown[at]);
      li.scrollIntoView({block: 'start', behavior: 'instant'}); $('summary', li).focus({preventScroll: true});
    } else if (h) reveal(h);
  }
  let timer; for (const ev of ['input', 'change']) form.addEventListener(ev, e => { clearTimeout(timer); timer = setTimeout(apply, e.target.name === 'q' ? 120 : 0, true); });
  form.addEventListener('submit', e => e.preventDefault());
  $('#clear').addEventListener('click', () => { clear(); apply(true); form.elements.q.focus(); });
  const turn = d => { page += d; draw(); $('#status').focus({preventScroll: true}); $('#findings').scrollIntoView(); };
  $('#prev').addEventListener('click', () => turn(-1)); $('#next').addEventListener('click', () => turn(1));
  addEventListener('hashchange', route);
  // A second click on the same link changes no hash.
  document.addEventListener('click', e => { const a = e.target.closest('a[href^="#"]'); if (a && a.getAttribute('href') === location.hash) route(); });

  // j, k and o work only while the focus is inside the list (WCAG 2.1.4).
  list.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || !e.target.matches('summary')) return;
    const s = $$('summary', list), n = s.indexOf(e.target), go = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1}[e.key];
    const next = go && page + go >= 0 && page + go < Math.ceil(shown.length / SIZE);
    if (go && s[n + go]) { e.preventDefault(); s[n + go].focus(); }
    else if (next) { e.preventDefault(); page += go; draw(); $$('summary', list).at(go > 0 ? 0 : -1).focus(); }
    else if (e.key === 'o') e.target.parentNode.open = !e.target.parentNode.open;
    else if (e.key === 'Escape') form.elements.q.focus();
  });
  // Over plain http there is no clipboard for scripts, but there is one for what is selected.
  function copied(text) {
    const area = make('textarea', {value: text, className: 'hide', readOnly: true}); document.body.append(area); area.select();
    let ok = false; try { ok = document.execCommand('copy'); } catch {} area.remove(); return ok;
  }
  list.addEventListener('click', async e => {
    const b = e.target.closest('[data-copy]'); if (!b) return;
    const text = b.dataset.copy === 'link' ? location.href.split('#')[0] + '#' + b.closest('li').id : $('.sup', b.closest('.body')).textContent;
    let ok = true; try { await navigator.clipboard.writeText(text); } catch { ok = copied(text); b.focus(); }
    $('#say').textContent = b.textContent = ok ? W.copied : W.notCopied; setTimeout(() => { b.textContent = b.dataset.label; }, 1500);
  });
  // A cell that begins like a formula, also in full-width characters or behind a space, gets an apostrophe. The separator is that of the reader's country.
  $('#csv').addEventListener('click', () => {
    const cell = x => '"' + String(x ?? '').replace(/^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/, "'$&").replace(/"/g, '""') + '"';
    const head = ['id', 'type', 'severity', 'rule', 'theme', 'organisation', 'message', 'advice', 'page', 'file', 'line', 'quote', 'other_quote', 'other_page', 'other_line', 'pages', 'new', 'excepted'];
    const rows = shown.map(f => {
      const [c, d] = f.claims;
      return [f.fp, f.type[0], data.severities[f.severity][0], f.rule, f.theme, data.organisations[f.org], f.message, f.advice, c?.url, c?.file, c?.line, c?.quote, d?.quote, d?.url || d?.file, d?.line, f.reach, f.isNew ? 1 : 0, f.excepted];
    });
    const text = '\ufeff' + [head, ...rows].map(r => r.map(cell).join(W.separator)).join('\r\n') + '\r\n';
    const a = make('a', {href: URL.createObjectURL(new Blob([text], {type: 'text/csv'})), download: 'belofte-findings.csv'});
    a.click(); setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  });
  $('#printfull').addEventListener('click', () => {
    const part = shown.slice(0, FULL); root.dataset.print = 'full'; if (part.length < shown.length) $('#say').textContent = put(W.firstPrinted, {n: FULL});
    list.replaceChildren(...part.map(row)); $$('details', list).forEach((d, i) => { d.open = true; fill(d.closest('li'), part[i]); });
    print(); delete root.dataset.print; draw();
  });
  apply(false); route();
  root.dataset.ready = '1';
})();
