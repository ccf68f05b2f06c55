/**
 * How the field looks. A page has it otherwise by custom properties and `::part`. Without any of this
 * it is a button, a text field and a list.
 *
 * Browsers without `light-dark()` draw in the colour of the text. Names with `_` are its own: a page
 * may have such without.
 */
export const STYLE = `:host{display:inline-block;width:24em;max-width:100%;--_line:var(--interakt-phone-border,light-dark(#767680,#8e8e99));--_muted:var(--interakt-phone-muted,light-dark(#5c5c66,#b4b4be));--_accent:var(--interakt-phone-accent,light-dark(#0b57d0,#a8c7fa));--_error:var(--interakt-phone-error,light-dark(#b3261e,#ff9c94));--_radius:var(--interakt-phone-radius,8px);--_height:var(--interakt-phone-height,44px)}
:host([hidden]),[hidden],:empty[part=none]{display:none!important}
:host(:disabled) [part~=field]{opacity:.6}
*{box-sizing:border-box;margin:0}
button,input{min-width:0;min-height:var(--_height);padding:0 .75em;border:0;border-radius:var(--_radius);background:none;color:inherit;font:inherit}
[part~=field]{display:flex;border:1px solid var(--_line);border-radius:var(--_radius);background:var(--interakt-phone-background,Field);color:var(--interakt-phone-color,FieldText)}
[part~=field]:focus-within{outline:2px solid var(--_accent);outline-offset:1px}
button,[part=option]{display:flex;align-items:center;gap:.4em;cursor:pointer}
button{padding-inline-end:.5em}
button:focus-visible{outline:2px solid var(--_accent);outline-offset:-6px}
button::after{width:.4em;height:.4em;margin:-.2em .2em 0;border:solid;border-width:0 1.5px 1.5px 0;rotate:45deg;content:""}
:disabled{cursor:default}
:disabled::after{display:none}
[part=input]{flex:1;padding-inline-start:.25em;outline:0}
:host(:dir(rtl)) [part=input]{text-align:right}
[part=code],::placeholder{color:var(--_muted);opacity:1}
[part=panel]{position:fixed;inset:auto;display:flex;flex-direction:column;padding:4px;border:1px solid var(--_line);border-radius:var(--_radius);background:var(--interakt-phone-panel,Canvas);color:var(--interakt-phone-color,CanvasText);box-shadow:0 8px 28px #0004}
[part=search]{flex:none;margin-bottom:4px;border-bottom:1px solid var(--_line);border-radius:0;outline:0}
[part=list]{overflow:auto;overscroll-behavior:contain}
[part=option]{justify-content:space-between;min-height:44px;padding:0 .75em;border-radius:calc(var(--_radius) / 2)}
[part=option]:hover{background:#8882}
[aria-selected]{background:#8884;outline:2px solid transparent;outline-offset:-2px}
[part=none]{padding:.75em}
#verdict{min-height:1.5em;margin-top:.25em;font-size:.875em;line-height:1.5}
#verdict[part~=warning]{color:var(--interakt-phone-warning,light-dark(#8a5300,#f0b860))}
#verdict[part~=valid]{color:var(--interakt-phone-valid,light-dark(#1a7a3c,#7dd69a))}
#verdict[part~=valid]::before{content:"✓ "/""}
#verdict[part~=invalid]{color:var(--_error)}
[part~=field][part~=invalid]{border-color:var(--_error);box-shadow:inset 0 0 0 1px var(--_error)}
@media(pointer:coarse){input{font-size:max(16px,1em)}}
`;
