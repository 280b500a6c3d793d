/** Somebody who writes is said to for so long after the last letter; those who write say so this often. */
const TYPING_MS = 6_000;
const TELL_MS = 3_000;

/**
 * The script of the thread's page, small enough to stand in it: what is new comes to its place as it happens, who writes is
 * told, and is told of; that the page is in view is said, and a picture is looked at before it is sent. It asks for the page
 * itself and takes the lines that are new or have changed, so that there is one place that decides what is shown; of the page
 * only the list is read, because its style sheet has leave for its own document alone. Without it the page is complete, and
 * new when it is opened again.
 */
export function followThread(token: string): string {
  const base = JSON.stringify(`/${encodeURIComponent(token)}/thread`);
  const query = `(location.search.match(/[?&]lang=\\w+/)||[""])[0].replace("&","?")`;
  return `let d=document,u=${base},q=${query},g=i=>d.getElementById(i),t=g("typing"),w,l=0,e=new EventSource(u+"/live"),s=()=>d.visibilityState=="visible"&&navigator.sendBeacon(u+"/seen");${[
    TAKE_NEW,
    `e.addEventListener("typing",()=>{t.hidden=false;clearTimeout(w);w=setTimeout(()=>t.hidden=true,${TYPING_MS})})`,
    `g("body").addEventListener("input",()=>{Date.now()-l>${TELL_MS}&&(l=Date.now(),navigator.sendBeacon(u+"/typing"))})`,
    'd.addEventListener("visibilitychange",s)',
    LOOK_AT_PICTURE,
  ].join(';')}`;
}

const TAKE_NEW = `e.addEventListener("changed",async()=>{let r=await fetch(u+q).catch(()=>0);if(!r||!r.ok)return;let m=/<ol[^>]*id="items"[^]*?<\\/ol>/.exec(await r.text()),n=d.createElement("template");n.innerHTML=m?m[0]:"";t.hidden=true;for(let c of n.content.querySelectorAll("li"))if(c.id){let o=g(c.id);o?o.innerHTML!=c.innerHTML&&(o.innerHTML=c.innerHTML):g("items").append(c)}s()})`;

/** What the server would refuse for its size or kind is said before it has been sent. */
const LOOK_AT_PICTURE = `let p=g("picture");p.addEventListener("change",()=>{let f=p.files[0],a=p.dataset;p.setCustomValidity(!f?"":f.size>a.most?a.large:p.accept.split(",").includes(f.type)?"":a.kind);p.reportValidity()})`;
