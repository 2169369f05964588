// The lines of a sale, in their table and as they are kept. What is typed stays text, which is read
// as a number only when the server is asked.
class TradehallLines {
  // changed: after every change; done: when a line needs no more attention.
  constructor(till, decimal, changed, done) {
    this.table = till.querySelector('#lines');
    this.none = till.querySelector('#noLines');
    this.template = till.querySelector('#line').content.firstElementChild;
    this.body = this.table.querySelector('tbody');
    this.decimal = decimal;
    this.changed = changed;
    this.list = [];
    this.body.addEventListener('input', (event) => {
      this.list[this.indexOf(event.target)][event.target.dataset.field] = event.target.value;
      changed();
    });
    this.body.addEventListener('click', (event) => {
      if (event.target.closest('[data-remove]')) {
        this.remove(this.indexOf(event.target));
        done();
      }
    });
    this.body.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.ctrlKey) {
        event.preventDefault();
        done();
      }
    });
    this.body.addEventListener('focusin', (event) => event.target.select && event.target.select());
  }

  // Shows the lines of a sale and works on them from now on.
  show(list) {
    this.list = list;
    this.body.replaceChildren();
    list.forEach((line, index) => this.append(index));
  }

  // The same product at its usual price is counted up.
  add(product, amount) {
    const known = this.list.findIndex(
      (line) =>
        line.id === product.id && line.unitPrice === line.listPrice && !line.discountPercent,
    );
    const before = known < 0 ? null : TradehallNumbers.plain(this.list[known].quantity, this.decimal);
    if (before !== null) {
      const sum = TradehallNumbers.units(before) + TradehallNumbers.units(amount);
      this.list[known].quantity = TradehallNumbers.write(sum, 6, this.decimal).replace(/[.,]?0+$/, '');
      this.fill(this.body.children[known], this.list[known], known);
      this.flash(this.body.children[known]);
    } else {
      this.list.push({
        id: product.id,
        name: product.name,
        note: product.note,
        quantity: amount.replace('.', this.decimal),
        unitPrice: product.price,
        listPrice: product.price,
        discountPercent: '',
      });
      this.flash(this.append(this.list.length - 1));
    }
    this.changed();
  }

  remove(index) {
    this.list.splice(index, 1);
    this.body.children[index].remove();
    [...this.body.children].forEach((row, i) => {
      row.querySelector('.line-number').textContent = i + 1;
    });
    this.changed();
  }

  append(index) {
    const row = this.template.cloneNode(true);
    this.fill(row, this.list[index], index);
    this.body.append(row);
    return row;
  }

  fill(row, line, index) {
    row.querySelector('.line-number').textContent = index + 1;
    row.querySelector('[data-name]').textContent = line.name;
    row.querySelector('[data-note]').textContent = line.note;
    row.querySelectorAll('[data-field]').forEach((input) => (input.value = line[input.dataset.field]));
  }

  flash(row) {
    row.classList.remove('fresh');
    row.getBoundingClientRect();
    row.classList.add('fresh');
    row.scrollIntoView({ block: 'nearest' });
  }

  // What the server is asked; number(input, text, needed) reads a number and marks what is none.
  request(number) {
    return this.list.map((line, index) => {
      const quantity = number(this.input(index, 'quantity'), line.quantity, true);
      const price = number(this.input(index, 'unitPrice'), line.unitPrice, true);
      return {
        productId: line.id,
        quantity,
        unitPrice: line.unitPrice === line.listPrice ? null : price,
        discountPercent: number(this.input(index, 'discountPercent'), line.discountPercent, false),
      };
    });
  }

  showAmounts(amounts) {
    [...this.body.children].forEach((row, i) => {
      row.querySelector('.line-total').textContent = amounts[i] ?? '';
    });
  }

  showWhetherEmpty() {
    this.table.hidden = this.list.length === 0;
    this.none.hidden = !this.table.hidden;
  }

  // Marks what the server found wrong, such as lines[2].quantity.
  mark(fault) {
    const found = fault.match(/lines\[(\d+)\]\.(\w+)/);
    const row = found && this.body.children[Number(found[1])];
    const input = row && (this.input(Number(found[1]), found[2]) || this.input(Number(found[1]), 'quantity'));
    if (input) {
      input.setAttribute('aria-invalid', true);
      input.scrollIntoView({ block: 'center' });
    }
  }

  input(index, field) {
    return this.body.children[index].querySelector(`[data-field="${field}"]`);
  }

  indexOf(element) {
    return [...this.body.children].indexOf(element.closest('tr'));
  }
}
