// Proposes the time zone that the browser knows, until the person has chosen one.
(function () {
  const zone = document.getElementById('form:timeZone');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = zone && [...zone.options].some((option) => option.value === here);
  if (known && zone.value === 'UTC') {
    zone.value = here;
  }
})();
