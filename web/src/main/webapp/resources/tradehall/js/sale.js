// The till. Keeps the sale in the browser (and over a reload or a lost session), asks the server
// for every amount, and sends the sale with one key, so that it is recorded once.
(function () {
  const till = document.getElementById('sale');
  const { business, decimal } = till.dataset;
  const store = `tradehall.sale.${business}`;
  const find = (id) => document.getElementById(id);
  const record = find('record');
  const plain = (text) => TradehallNumbers.plain(text, decimal);
  // A quantity before the product, as in 12*84029.
  const TIMES = /^([\d.,\u0660-\u0669\u066b\u06f0-\u06f9]+)\s*[*x×]\s*(?=\S)/;
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
    const asked = lines.request(number);
    const discount = number(find('discount'), sale.discount, false);
    const whole = {
      customerId: sale.customer ? sale.customer.id : null,
      lines: asked,
      discountPercent: sale.discountKind === 'percent' ? discount : null,
      discountAmount: sale.discountKind === 'amount' ? discount : null,
      payments: payments.request(number),
      note: sale.note || null,
    };
    return right ? whole : null;
  }

  function changed() {
    sessionStorage.setItem(store, JSON.stringify(sale));
    lines.showWhetherEmpty();
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

  function showTotals(totals) {
    total = totals ? totals.plainTotal : null;
    find('subtotal').textContent = totals ? totals.subtotal : '';
    find('total').textContent = totals ? totals.total : '';
    find('discountTotal').textContent = totals ? totals.discount : '';
    find('discountTotal').hidden = find('discountLabel').hidden = !totals || !totals.discount;
    find('totals').querySelectorAll('.tax').forEach((old) => old.remove());
    for (const [label, amount] of totals ? totals.taxes : []) {
      find('totals').append(element('dt', 'tax', label), element('dd', 'tax figure', amount));
    }
    if (totals) {
      lines.showAmounts(totals.amounts);
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
    const settled = payments.showRest(total, sale.customer !== null);
    till.classList.toggle('pending', pending);
    record.disabled = sending || pending || !settled;
  }

  function add(product, typed) {
    const times = typed.match(TIMES);
    lines.add(product, (times && plain(times[1])) || '1');
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
    lines.show(sale.lines);
    payments.show(sale.payments);
    find('discount').value = sale.discount;
    find('discountKind').value = sale.discountKind;
    find('note').value = sale.note;
    chooseCustomer(sale.customer);
  }

  const lines = new TradehallLines(till, decimal, changed, () => products.input.focus());
  const payments = new TradehallPayments(till, decimal, changed);

  // The finders ask one after the other; answers come back in the order of the questions.
  const waiting = [];
  const ask = (command) => (text, answer) => {
    waiting.push(answer);
    command([{ name: 'text', value: text.replace(TIMES, '') }]);
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
    faults.forEach((fault) => lines.mark(fault));
  }

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

  document.addEventListener('keydown', (event) => {
    const keys = {
      F2: () => products.input.focus(),
      F4: () => find('customerInput').focus(),
      F8: () => payments.start(total),
    };
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
