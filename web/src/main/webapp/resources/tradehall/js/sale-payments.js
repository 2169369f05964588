// What is handed over for a sale, and what that leaves: change, or an amount still due.
class TradehallPayments {
  constructor(till, decimal, changed) {
    this.inputs = [...till.querySelectorAll('[data-pay]')];
    this.rest = till.querySelector('#rest');
    this.decimal = decimal;
    this.typed = {};
    this.inputs.forEach((input) => {
      input.addEventListener('input', () => {
        this.typed[input.dataset.pay] = input.value;
        changed();
      });
      input.addEventListener('focus', () => input.select());
    });
  }

  // Shows the payments of a sale, by their methods, and works on them from now on.
  show(typed) {
    this.typed = typed;
    this.inputs.forEach((input) => (input.value = typed[input.dataset.pay] || ''));
  }

  // What the server is asked; number(input, text, needed) reads a number and marks what is none.
  request(number) {
    return this.inputs
      .map((input) => ({ method: input.dataset.pay, amount: number(input, input.value, false) }))
      .filter((payment) => payment.amount !== null && TradehallNumbers.units(payment.amount) > 0n);
  }

  // Says what is left of the total, and answers whether the sale may be recorded so.
  showRest(total, hasAccount) {
    this.rest.hidden = total === null;
    if (total === null) {
      return false;
    }
    const missing = TradehallNumbers.units(total) - this.sum();
    const digits = total.includes('.') ? total.split('.')[1].length : 0;
    const short = missing > 0n;
    const words = short ? (hasAccount ? 'account' : 'due') : missing < 0n ? 'change' : 'full';
    const [label, amount] = this.rest.children;
    label.textContent = this.rest.dataset[words];
    amount.textContent =
      missing === 0n
        ? ''
        : TradehallNumbers.write(short ? missing : -missing, digits, this.decimal);
    amount.classList.toggle('negative', short && !hasAccount);
    return !short || hasAccount;
  }

  sum() {
    return this.inputs
      .map((input) => TradehallNumbers.plain(input.value, this.decimal) || '0')
      .map(TradehallNumbers.units)
      .reduce((a, b) => a + b, 0n);
  }

  // Goes to the cash, and fills in what is due, so that the exact amount takes two keys.
  start(total) {
    const cash = this.inputs[0];
    if (total !== null && this.inputs.every((input) => input.value.trim() === '')) {
      cash.value = total.replace('.', this.decimal);
      cash.dispatchEvent(new Event('input'));
    }
    cash.focus();
  }
}
