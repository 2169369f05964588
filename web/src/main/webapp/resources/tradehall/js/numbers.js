// Numbers as people type them in the business's locale, to and from plain text with a point.
const TradehallNumbers = {
  // Null if the text is no number, or could be read in two ways.
  plain(text, decimal) {
    const group = decimal === ',' ? '\\.' : ',';
    let bare = text.trim().replace(/[\s\u00a0\u202f'\u2019]/g, '');
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
