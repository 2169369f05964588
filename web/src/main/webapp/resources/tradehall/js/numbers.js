// Numbers as people type them in the business's locale, to and from plain text with a point.
const TradehallNumbers = {
  // Null if the text is no number, or could be read in two ways.
  plain(text, decimal) {
    const group = decimal === ',' ? '\\.' : ',';
    let bare = this.western(text, decimal).replace(/[\s\u00a0\u202f'\u2019\u061c\u200e\u200f\u2066-\u2069]/g, '');
    const mark = decimal === ',' ? ',' : '\\.';
    if (new RegExp(`^-?\\d{1,3}(${group}\\d{3})+(${mark}\\d+)?$`).test(bare)) {
      bare = bare.replace(new RegExp(group, 'g'), '');
    }
    if (decimal !== ',' && bare.includes(',')) {
      return null;
    }
    bare = bare.replace(',', '.');
    return /^\d{1,12}(\.\d{1,6})?$/.test(bare) ? bare : null;
  },

  // Arabic digits as 0 to 9, and the marks that go with them as those of the locale.
  western(text, decimal) {
    return text
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 0xf)
      .replace(/\u066b/g, decimal)
      .replace(/\u066c/g, decimal === ',' ? '.' : ',');
  },

  // Exact sums: amounts as integers of a millionth.
  units(plain) {
    const [whole, part = ''] = plain.split('.');
    return BigInt(whole + part.padEnd(6, '0'));
  },

  write(units, digits, decimal) {
    const text = units.toString().padStart(7, '0');
    const whole = text.slice(0, -6);
    return digits === 0 ? whole : whole + decimal + text.slice(-6).slice(0, digits);
  },
};
