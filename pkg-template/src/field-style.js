/**
 * How the field looks. What a page wants otherwise it says by custom properties and `::part`; what it
 * shows without any of this is a button, a field and a list.
 */
export const STYLE = `:host{display:inline-block;width:100%;max-width:24em;--l:#767680;--m:#5c5c66;--e:#b3261e;--w:#8a5300;--g:#1a7a3c;--a:#0b57d0}
@supports(color:light-dark(red,red)){:host{--l:light-dark(#767680,#8e8e99);--m:light-dark(#5c5c66,#b4b4be);--e:light-dark(#b3261e,#ff9c94);--w:light-dark(#8a5300,#f0b860);--g:light-dark(#1a7a3c,#7dd69a);--a:light-dark(#0b57d0,#a8c7fa)}}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box}
button,input{min-height:var(--interakt-phone-height,44px);margin:0;border:0;border-radius:inherit;background:none;color:inherit;font:inherit}
[part~=field]{display:flex;border:1px solid var(--interakt-phone-border,var(--l));border-radius:var(--interakt-phone-radius,8px);background:var(--interakt-phone-background,Field);color:var(--interakt-phone-color,FieldText)}
[part~=field]:focus-within{outline:2px solid var(--interakt-phone-accent,var(--a));outline-offset:1px}
:is([part~=invalid],[part~=incomplete],[part~=missing])[part~=field]{border-color:var(--interakt-phone-error,var(--e));box-shadow:inset 0 0 0 1px var(--interakt-phone-error,var(--e))}
button{display:flex;flex:none;align-items:center;gap:.375em;padding:0 .5em 0 .75em;cursor:pointer}
button::after{width:.4em;height:.4em;margin:-.2em .2em 0;border:solid;border-width:0 1.5px 1.5px 0;rotate:45deg;content:""}
[part=input]{flex:1;min-width:0;padding:0 .75em 0 .25em;outline:0}
[part=code]{color:var(--interakt-phone-muted,var(--m))}
[part=panel]{position:fixed;inset:auto;flex-direction:column;margin:0;padding:4px;border:1px solid var(--interakt-phone-border,var(--l));border-radius:var(--interakt-phone-radius,8px);background:var(--interakt-phone-panel,Canvas);color:var(--interakt-phone-color,CanvasText);box-shadow:0 8px 28px #0003}
[part=panel]:not([hidden]){display:flex}
[part=search]{flex:none;padding:0 .75em}
[part=list]{overflow:auto}
[part=option]{display:flex;justify-content:space-between;align-items:center;gap:1em;min-height:44px;padding:0 .75em;border-radius:4px;cursor:pointer}
[aria-selected]{background:#8884}
[part~=verdict]{min-height:1.5em;margin:.25em 0 0;font-size:.875em;line-height:1.5}
`;
