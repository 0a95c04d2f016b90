/** The one stylesheet of the portal: readable at any size and in the dark, nothing from elsewhere. */
export const STYLE = `:root{color-scheme:light dark}
body{font:1.06rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:42rem;padding:0 1rem 3rem}
header{align-items:baseline;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:1rem 0}
h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.2rem;margin-top:2rem}
label,legend{display:block;font-weight:600;margin:1rem 0 .2rem}
legend{font-size:1.1rem}
input,select,textarea,button{font:inherit;padding:.5rem;box-sizing:border-box;max-width:100%}
input,textarea{width:100%}input[type=date],select{width:auto}
textarea{min-height:9rem}
button{font-weight:600;margin:1rem 0;padding:.6rem 1.6rem}
fieldset{border:1px solid;margin:1.5rem 0 0;padding:0 1rem 1rem}
.hint{margin:0 0 .3rem}
.skip{left:-99rem;position:absolute}.skip:focus{left:1rem;top:0}
.box,.error{border:2px solid;margin:1rem 0;padding:.2rem 1rem}
.error{border-color:#b3261e;border-width:2px 2px 2px 10px}
.code{font:700 1.7rem/1.2 ui-monospace,monospace;letter-spacing:.03em;white-space:nowrap}
.said{border-left:4px solid;margin:1rem 0;padding-left:1rem;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{form,nav,.skip{display:none}}
`;
