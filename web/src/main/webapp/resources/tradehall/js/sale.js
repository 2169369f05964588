// The till. Keeps the lines in the browser (and over a reload or a lost session), asks the server
// for every amount, and sends the sale with one key, so that it is recorded once.
(function () {
  const till = document.getElementById('sale');
  const { business, decimal } = till.dataset;
  const store = `tradehall.sale.${business}`;
  const find = (id) => document.getElementById(id);
  const lines = find('lines');
  const body = lines.querySelector('tbody');
  const pays = [...till.querySelectorAll('[data-pay]')];
  const record = find('record');
  const plain = (text) => TradehallNumbers.plain(text, decimal);
  let sale = restored();
  let total = null;
  let quoted = '';
  let timer;
  let sending = false;
  // Whether the total is of older lines than those on the screen; then nothing can be recorded.
  let pending = false;
  let asking = false;

  function fresh() {
    return {
      key: till.dataset.key,
      customer: null,
      lines: [],
      discount: '',
      discountKind: 'percent',
      note: '',
      payments: {},
    };
  }

  function restored() {
    const kept = sessionStorage.getItem(store);
    return kept ? JSON.parse(kept) : fresh();
  }

  // What the server is asked; null while something typed is no number. Marks what is not.
  function request() {
    let right = true;
    const number = (input, text, needed) => {
      const value = text.trim() === '' && !needed ? null : plain(text);
      const bad = value === null && (needed || text.trim() !== '');
      input.setAttribute('aria-invalid', bad);
      right = right && !bad;
      return value;
    };
    const rows = [...body.children];
    const asked = sale.lines.map((line, i) => {
      const input = (field) => rows[i].querySelector(`[data-field="${field}"]`);
      const quantity = number(input('quantity'), line.quantity, true);
      const price = number(input('unitPrice'), line.unitPrice, true);
      return {
        productId: line.id,
        quantity,
        unitPrice: line.unitPrice === line.listPrice ? null : price,
        discountPercent: number(input('discountPercent'), line.discountPercent, false),
      };
    });
    const discount = number(find('discount'), sale.discount, false);
    const payments = pays
      .map((input) => ({ method: input.dataset.pay, amount: number(input, input.value, false) }))
      .filter((payment) => payment.amount !== null && TradehallNumbers.units(payment.amount) > 0n);
    const whole = {
      customerId: sale.customer ? sale.customer.id : null,
      lines: asked,
      discountPercent: sale.discountKind === 'percent' ? discount : null,
      discountAmount: sale.discountKind === 'amount' ? discount : null,
      payments,
      note: sale.note || null,
    };
    return right ? whole : null;
  }

  function changed() {
    sessionStorage.setItem(store, JSON.stringify(sale));
    lines.hidden = sale.lines.length === 0;
    find('noLines').hidden = !lines.hidden;
    find('count').textContent = sale.lines.length > 1 ? `(${sale.lines.length})` : '';
    pending = true;
    clearTimeout(timer);
    timer = setTimeout(quote, 200);
    showRest();
  }

  function quote() {
    timer = null;
    if (asking) {
      return;
    }
    const asked = request();
    if (asked === null || asked.lines.length === 0) {
      pending = false;
      showTotals(null);
      return;
    }
    asking = true;
    asked.payments = [];
    asked.note = null;
    quoted = JSON.stringify(asked);
    tillQuote([{ name: 'cart', value: quoted }]);
  }

  // The next question waits for the answer to the last one, and is asked only if lines changed.
  function answered(totals) {
    asking = false;
    const now = request();
    if (now !== null) {
      now.payments = [];
      now.note = null;
    }
    pending = now !== null && JSON.stringify(now) !== quoted;
    showTotals(totals);
    if (pending && !timer) {
      quote();
    }
  }

  function showTotals(quoted) {
    total = quoted ? quoted.plainTotal : null;
    find('subtotal').textContent = quoted ? quoted.subtotal : '';
    find('total').textContent = quoted ? quoted.total : '';
    find('discountTotal').textContent = quoted ? quoted.discount : '';
    find('discountTotal').hidden = find('discountLabel').hidden = !quoted || !quoted.discount;
    find('totals').querySelectorAll('.tax').forEach((old) => old.remove());
    for (const [label, amount] of quoted ? quoted.taxes : []) {
      find('totals').append(element('dt', 'tax', label), element('dd', 'tax figure', amount));
    }
    if (quoted) {
      [...body.children].forEach((row, i) => {
        row.querySelector('.line-total').textContent = quoted.amounts[i] ?? '';
      });
    }
    showRest();
  }

  function element(tag, cls, text) {
    const made = document.createElement(tag);
    made.className = cls;
    made.textContent = text;
    return made;
  }

  // Change, or what is still due; says whether the sale can be recorded as it is.
  function showRest() {
    const rest = find('rest');
    const paid = pays.map((input) => plain(input.value) || '0').map(TradehallNumbers.units);
    const sum = paid.reduce((a, b) => a + b, 0n);
    const due = total === null ? 0n : TradehallNumbers.units(total);
    const digits = total === null || !total.includes('.') ? 0 : total.split('.')[1].length;
    const missing = due - sum;
    rest.hidden = total === null;
    const short = missing > 0n;
    const words = short ? (sale.customer ? 'account' : 'due') : missing < 0n ? 'change' : 'full';
    rest.firstElementChild.textContent = rest.dataset[words];
    rest.lastElementChild.textContent =
      missing === 0n
        ? ''
        : TradehallNumbers.write(short ? missing : -missing, digits, decimal);
    rest.lastElementChild.classList.toggle('negative', short && !sale.customer);
    till.classList.toggle('pending', pending);
    record.disabled = sending || pending || total === null || (short && !sale.customer);
  }

  function add(product, typed) {
    const times = typed.match(/^([\d.,]+)\s*[*x×]\s*\S/);
    const amount = (times && plain(times[1])) || '1';
    const known = sale.lines.findIndex(
      (line) =>
        line.id === product.id && line.unitPrice === line.listPrice && !line.discountPercent,
    );
    const before = known < 0 ? null : plain(sale.lines[known].quantity);
    if (before !== null) {
      const sum = TradehallNumbers.units(before) + TradehallNumbers.units(amount);
      sale.lines[known].quantity = TradehallNumbers.write(sum, 6, decimal).replace(/[.,]?0+$/, '');
      fill(body.children[known], sale.lines[known], known);
      flash(body.children[known]);
    } else {
      sale.lines.push({
        id: product.id,
        name: product.name,
        note: product.note,
        quantity: amount.replace('.', decimal),
        unitPrice: product.price,
        listPrice: product.price,
        discountPercent: '',
      });
      flash(append(sale.lines.length - 1));
    }
    changed();
  }

  function append(index) {
    const row = find('line').content.firstElementChild.cloneNode(true);
    fill(row, sale.lines[index], index);
    body.append(row);
    return row;
  }

  function fill(row, line, index) {
    row.querySelector('.line-number').textContent = index + 1;
    row.querySelector('[data-name]').textContent = line.name;
    row.querySelector('[data-note]').textContent = line.note;
    row.querySelectorAll('[data-field]').forEach((input) => (input.value = line[input.dataset.field]));
  }

  function flash(row) {
    row.classList.remove('fresh');
    row.getBoundingClientRect();
    row.classList.add('fresh');
    row.scrollIntoView({ block: 'nearest' });
  }

  function remove(index) {
    sale.lines.splice(index, 1);
    body.children[index].remove();
    [...body.children].forEach((row, i) => (row.querySelector('.line-number').textContent = i + 1));
    changed();
    products.input.focus();
  }

  function chooseCustomer(customer) {
    sale.customer = customer && { id: customer.id, name: customer.name, note: customer.note };
    const chosen = find('customers').querySelector('.customer-chosen');
    chosen.hidden = !sale.customer;
    find('customerInput').hidden = !!sale.customer;
    chosen.querySelector('[data-name]').textContent = sale.customer ? sale.customer.name : '';
    chosen.querySelector('[data-note]').textContent = sale.customer ? sale.customer.note : '';
    changed();
  }

  function send() {
    const asked = request();
    if (record.disabled || asked === null) {
      return;
    }
    sending = true;
    record.textContent = record.dataset.busy;
    record.disabled = true;
    tillRecord([
      { name: 'cart', value: JSON.stringify(asked) },
      { name: 'key', value: sale.key },
    ]);
  }

  function show() {
    body.replaceChildren();
    sale.lines.forEach((line, i) => append(i));
    find('discount').value = sale.discount;
    find('discountKind').value = sale.discountKind;
    find('note').value = sale.note;
    pays.forEach((input) => (input.value = sale.payments[input.dataset.pay] || ''));
    chooseCustomer(sale.customer);
  }

  // The finders ask one after the other; answers come back in the order of the questions.
  const waiting = [];
  const ask = (command) => (text, answer) => {
    waiting.push(answer);
    command([{ name: 'text', value: text.replace(/^[\d.,]+\s*[*x×]\s*(?=\S)/, '') }]);
  };
  const none = till.dataset.none;
  const products = new TradehallFinder(find('products'), ask((p) => tillProducts(p)), add, none);
  new TradehallFinder(find('customers'), ask((p) => tillCustomers(p)), chooseCustomer, none);

  jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
    const source = settings.source && (settings.source.id || settings.source);
    if (args && args.found) {
      waiting.shift()(JSON.parse(args.found));
    } else if (args && args.quote) {
      answered(JSON.parse(args.quote));
    } else if (args && args.recorded) {
      sessionStorage.removeItem(store);
      location.assign(JSON.parse(args.recorded));
    } else if (sending || String(source).startsWith('till')) {
      refused(args && args.faults ? args.faults.split(' ') : []);
    }
  });

  function refused(faults) {
    asking = false;
    pending = false;
    const wasSale = sending;
    sending = false;
    record.textContent = record.dataset.label;
    // A refused sale still costs what it costs; lines that cannot be summed up cost nothing yet.
    if (wasSale) {
      showRest();
    } else {
      showTotals(null);
    }
    for (const fault of faults) {
      const line = fault.match(/lines\[(\d+)\]\.(\w+)/);
      const row = line && body.children[Number(line[1])];
      const input = row && row.querySelector(`[data-field="${line[2]}"], [data-field="quantity"]`);
      if (input) {
        input.setAttribute('aria-invalid', true);
        input.scrollIntoView({ block: 'center' });
      }
    }
  }

  body.addEventListener('input', (event) => {
    const index = [...body.children].indexOf(event.target.closest('tr'));
    sale.lines[index][event.target.dataset.field] = event.target.value;
    changed();
  });
  body.addEventListener('click', (event) => {
    if (event.target.closest('[data-remove]')) {
      remove([...body.children].indexOf(event.target.closest('tr')));
    }
  });
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      products.input.focus();
    }
  });
  body.addEventListener('focusin', (event) => event.target.select && event.target.select());
  pays.forEach((input) => {
    input.addEventListener('input', () => {
      sale.payments[input.dataset.pay] = input.value;
      changed();
    });
    input.addEventListener('focus', () => input.select());
  });
  for (const id of ['discount', 'discountKind', 'note']) {
    find(id).addEventListener('input', (event) => {
      sale[id] = event.target.value;
      changed();
    });
  }
  find('customers').querySelector('button').addEventListener('click', () => {
    chooseCustomer(null);
    find('customerInput').focus();
  });
  find('clear').addEventListener('click', () => {
    sale = fresh();
    show();
    products.input.focus();
  });
  record.dataset.label = record.textContent;
  record.addEventListener('click', send);

  // F8 fills in what is due, so that the exact amount takes two keys.
  function pay() {
    const cash = pays[0];
    if (total !== null && pays.every((input) => input.value.trim() === '')) {
      cash.value = total.replace('.', decimal);
      cash.dispatchEvent(new Event('input'));
    }
    cash.focus();
  }

  document.addEventListener('keydown', (event) => {
    const keys = { F2: () => products.input.focus(), F4: () => find('customerInput').focus(), F8: pay };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    } else if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      send();
    }
  });

  show();
})();
