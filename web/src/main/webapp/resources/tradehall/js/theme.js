// Applies the remembered theme before the first paint. Without a choice the system's setting rules.
(function () {
  const chosen = localStorage.getItem('tradehall.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
