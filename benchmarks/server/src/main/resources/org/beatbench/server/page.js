'use strict';

const FILES = [
  ['page.html?download=true', 'page (HTML)'],
  ['answers.csv', 'answers (CSV)'],
  ['answers.json', 'answers (JSON)'],
  ['marks.zip', 'marks (WFDB, zip)'],
];
const MOST_MODELS = 2;
const STAGES = { reading: 'Reading', answering: 'Answering', page: 'Making the page' };

const at = id => document.getElementById(id);
let record = '';
let running = null;
let dropped = null;

function asking(more) {
  const token = at('token').value.trim();
  return { ...more, headers: { ...(more.headers || {}), ...(token ? { Authorization: 'Bearer ' + token } : {}) } };
}

async function ask(path, more = {}) {
  const answer = await fetch(path, asking(more));
  if (answer.status === 401) {
    at('tokens').hidden = false;
    at('tokens').closest('details').open = true;
  }
  if (!answer.ok) {
    let text = 'status ' + answer.status;
    try { text = (await answer.json()).error || text; } catch { /* No words came with it. */ }
    throw new Error(text);
  }
  return answer;
}

function problem(text) {
  at('problem').textContent = text;
  at('problem').hidden = !text;
}

async function begin() {
  const models = await (await ask('/v2/repository/index', { method: 'POST' })).json();
  const fields = at('models');
  fields.querySelectorAll('label').forEach(label => label.remove());
  models.forEach((model, index) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = 'model';
    box.value = model.name;
    box.checked = index === 0;
    box.addEventListener('change', atMost);
    label.append(box, ' ', model.name);
    fields.append(label);
  });
  const examples = await (await ask('/api/examples')).json();
  at('example').replaceChildren(new Option('none', ''), ...examples.map(name => new Option(name, name)));
}

function chosen() {
  return [...document.querySelectorAll('input[name=model]:checked')].map(box => box.value);
}

/** Two beside each other is what a screen holds. */
function atMost(event) {
  if (chosen().length > MOST_MODELS) {
    [...document.querySelectorAll('input[name=model]:checked')].find(box => box !== event.target).checked = false;
  }
}

async function recording() {
  const file = dropped || at('file').files[0];
  if (file) {
    return { name: file.name, body: file };
  }
  const example = at('example').value;
  if (!example) {
    throw new Error('Choose a recording first.');
  }
  return { name: example, body: await (await ask('/api/examples/' + encodeURIComponent(example))).blob() };
}

async function answer(event) {
  event.preventDefault();
  problem('');
  await forget();
  const models = chosen();
  at('go').disabled = true;
  at('stop').hidden = false;
  running = new AbortController();
  try {
    if (!models.length) {
      throw new Error('Choose a model first.');
    }
    const sent = await recording();
    const query = new URLSearchParams({ name: sent.name, keep: 'true', 'no-beats': 'true' });
    models.forEach(model => query.append('model', model));
    ['rate', 'signal'].filter(id => at(id).value).forEach(id => query.set(id, at(id).value));
    if (at('detect').checked) {
      query.set('detect', 'true');
    }
    at('status').textContent = 'Sending ' + sent.name;
    at('progress').hidden = false;
    at('progress').removeAttribute('value');
    const stream = await ask('/api/records?' + query, {
      method: 'POST', body: sent.body, headers: { 'Content-Type': 'application/octet-stream' }, signal: running.signal,
    });
    const beats = await listen(stream);
    show(sent.name, models, beats);
  } catch (error) {
    at('status').textContent = '';
    problem(error.name === 'AbortError' ? 'Stopped.' : error.message);
  } finally {
    at('progress').hidden = true;
    at('go').disabled = false;
    at('stop').hidden = true;
    running = null;
  }
}

/** Reads line by line; the last one says that nothing is missing. */
async function listen(stream) {
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  const beats = {};
  let rest = '';
  let done = false;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    for (const line of lines.map(text => JSON.parse(text))) {
      if (line.error) {
        throw new Error(line.error);
      }
      if (line.progress) {
        tell(line.model, line.progress);
      }
      if (line.record) {
        record = line.record;
      }
      if ('beats' in line) {
        beats[line.model] = line.beats;
      }
      done = done || line.done === true;
    }
  }
  if (!done) {
    throw new Error('The server ended before all was answered.');
  }
  return beats;
}

function tell(model, progress) {
  at('status').textContent = (STAGES[progress.stage] || progress.stage) + ', ' + model;
  if (progress.total > 0) {
    at('progress').value = progress.done / progress.total;
  } else {
    at('progress').removeAttribute('value');
  }
}

function show(name, models, beats) {
  at('status').textContent = 'Done.';
  at('name').textContent = name;
  at('answers').className = models.length > 1 ? 'two' : '';
  at('answers').replaceChildren(...models.map(model => part(model, beats[model])));
  at('results').hidden = false;
  at('results').focus();
}

function part(model, beats) {
  const place = '/api/records/' + record + '/' + encodeURIComponent(model) + '/';
  const own = document.createElement('div');
  own.className = 'answer';
  const head = document.createElement('h3');
  head.textContent = model + ': ' + beats + ' beats';
  const files = document.createElement('ul');
  files.className = 'files';
  const links = [...FILES, ['page.html', 'open alone']];
  files.append(...links.map(([file, words]) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = place + file;
    link.textContent = words;
    if (file === 'page.html') {
      link.target = '_blank';
      link.rel = 'noopener';
    } else {
      link.download = '';
    }
    item.append(link);
    return item;
  }));
  const frame = document.createElement('iframe');
  frame.title = 'Page of the recording by ' + model;
  frame.src = place + 'page.html';
  own.append(head, files, frame);
  return own;
}

/** Nothing of what was shown stays, here or there. */
async function forget() {
  const old = record;
  record = '';
  at('results').hidden = true;
  at('answers').replaceChildren();
  if (old) {
    await fetch('/api/records/' + old, asking({ method: 'DELETE', keepalive: true }));
  }
}

function take(event) {
  event.preventDefault();
  at('drop').classList.remove('over');
  dropped = event.dataTransfer.files[0] || null;
  if (dropped) {
    at('file').value = '';
    at('status').textContent = dropped.name + ' is chosen.';
  }
}

at('form').addEventListener('submit', answer);
at('stop').addEventListener('click', () => running && running.abort());
at('delete').addEventListener('click', () => forget().then(() => { at('status').textContent = 'Deleted.'; }, error => problem(error.message)));
at('file').addEventListener('change', () => { dropped = null; });
at('token').addEventListener('change', () => begin().then(() => problem(''), error => problem(error.message)));
at('drop').addEventListener('dragover', event => { event.preventDefault(); at('drop').classList.add('over'); });
at('drop').addEventListener('dragleave', () => at('drop').classList.remove('over'));
at('drop').addEventListener('drop', take);
window.addEventListener('pagehide', () => { forget(); });
begin().catch(error => problem(error.message));
