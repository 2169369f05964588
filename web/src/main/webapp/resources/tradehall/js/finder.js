// An input that finds rows on the server while one types, and takes one by Enter, arrow or click.
// A scanner types faster than the server answers: Enter empties the field at once and queues.
class TradehallFinder {
  constructor(root, ask, take, emptyText) {
    this.root = root;
    this.input = root.querySelector('input');
    this.list = root.querySelector('.finder-list');
    this.ask = ask;
    this.take = take;
    this.emptyText = emptyText;
    this.found = [];
    this.chosen = -1;
    this.asked = 0;
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    this.list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const row = event.target.closest('.finder-item');
      if (row) {
        this.pick(this.found[Number(row.dataset.index)]);
      }
    });
  }

  typed() {
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text === '') {
      this.close();
      return;
    }
    this.timer = setTimeout(() => {
      const turn = ++this.asked;
      this.ask(text, (found) => {
        if (turn === this.asked && this.input.value.trim() === text) {
          this.show(found, text);
        }
      });
    }, 160);
  }

  key(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      this.enter();
    }
  }

  enter() {
    const text = this.input.value.trim();
    if (text === '') {
      return;
    }
    if (this.chosen >= 0) {
      this.pick(this.found[this.chosen]);
      return;
    }
    clearTimeout(this.timer);
    this.asked++;
    this.input.value = '';
    this.ask(text, (found) => {
      const exact = found.filter((row) => row.exact);
      if (exact.length === 1 || found.length === 1) {
        this.pick(exact[0] || found[0], text);
      } else {
        // Not overwriting what was typed meanwhile.
        this.input.value = this.input.value || text;
        if (document.activeElement === this.input) {
          this.show(found, text);
        }
      }
    });
  }

  pick(row, text) {
    const typed = text || this.input.value.trim();
    if (!text) {
      this.input.value = '';
    }
    this.close();
    this.take(row, typed);
  }

  move(step) {
    if (this.found.length === 0) {
      return;
    }
    this.chosen = (this.chosen + step + this.found.length) % this.found.length;
    [...this.list.children].forEach((row, i) => {
      row.setAttribute('aria-selected', i === this.chosen);
      if (i === this.chosen) {
        row.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  show(found, text) {
    this.found = found;
    this.chosen = -1;
    this.list.replaceChildren(...found.map((row, i) => this.row(row, i)));
    if (found.length === 0) {
      const none = document.createElement('div');
      none.className = 'finder-none';
      none.textContent = this.emptyText.replace('{0}', text);
      this.list.append(none);
    }
    this.list.hidden = false;
    this.root.setAttribute('aria-expanded', 'true');
  }

  row(found, index) {
    const row = document.createElement('div');
    row.className = 'finder-item';
    row.setAttribute('role', 'option');
    row.dataset.index = index;
    for (const [cls, text] of [
      ['strong', found.name],
      ['figure', found.side],
      ['cell-note', found.note],
    ]) {
      const part = document.createElement('span');
      part.className = cls;
      part.textContent = text;
      row.append(part);
    }
    return row;
  }

  close() {
    this.list.hidden = true;
    this.found = [];
    this.chosen = -1;
    this.root.setAttribute('aria-expanded', 'false');
  }
}
