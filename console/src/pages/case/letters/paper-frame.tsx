/**
 * A paper in a frame of its own, in which nothing can run. An issued one is fetched as the frozen page; a draft is drawn
 * here from what the server sent, with the nonce that lets its own styles stand.
 */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

export function IssuedPaper({ address, title }: { readonly address: string; readonly title: string }) {
  return <iframe className="paper-frame" sandbox="" src={address} title={title} />;
}

export function DraftPaper({ html, title }: { readonly html: string; readonly title: string }) {
  return (
    <iframe
      className="paper-frame"
      sandbox=""
      srcDoc={html.replace('<style>', `<style nonce="${nonce}">`)}
      title={title}
    />
  );
}
