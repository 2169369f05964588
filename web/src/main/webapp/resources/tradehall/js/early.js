// A button pressed while its page is still coming would send the form as a plain one, without the
// question that comes before what cannot be undone. So the press waits until all is there.
(function () {
  let pressed = null;
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest('button[type="submit"]');
      if (button && document.readyState !== 'complete') {
        event.preventDefault();
        event.stopImmediatePropagation();
        pressed = button;
      }
    },
    true,
  );
  // After whatever else waits for the page.
  addEventListener('load', () => setTimeout(() => pressed && pressed.click()));
})();
