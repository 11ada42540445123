// Reports a lost connection, and asks before typed input is discarded.
(function () {
  var lost = document.getElementById('lost'),
    typed = false;
  function show(gone) {
    lost.hidden = !gone;
  }
  document.addEventListener('htmx:sendError', function () {
    show(true);
  });
  document.addEventListener('htmx:afterRequest', function (e) {
    if (e.detail.successful) {
      show(false);
    }
  });
  addEventListener('offline', function () {
    show(true);
  });
  addEventListener('online', function () {
    show(false);
  });
  document.addEventListener('input', function (e) {
    typed = typed || (!!e.target.form && e.target.form.method === 'post');
  });
  document.addEventListener('submit', function () {
    typed = false;
  });
  addEventListener('beforeunload', function (e) {
    if (typed) {
      e.preventDefault();
    }
  });
})();
