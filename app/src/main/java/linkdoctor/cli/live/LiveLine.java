package linkdoctor.cli.live;

import java.util.Set;
import java.util.function.BiConsumer;

import linkdoctor.cli.text.Look;
import linkdoctor.cli.text.Style;
import linkdoctor.facts.Snapshot;
import linkdoctor.probe.Progress;
import linkdoctor.probe.SignInPrompt;

/** Progress on one line of a terminal that is written anew each time, and cleared at the end. Elsewhere it is silent. */
public final class LiveLine implements Progress, AutoCloseable {
    private static final int WIDEST = 78;
    private final Terminal terminal;
    private final Style style;
    private final BiConsumer<Snapshot, Set<String>> keep;
    private boolean open = true;

    /** @param keep told what is known as the run grows, and what may still change */
    public LiveLine(Terminal terminal, BiConsumer<Snapshot, Set<String>> keep) {
        this.terminal = terminal;
        this.keep = keep;
        this.style = new Style(new Look(false, terminal.outLook().signs()));
    }

    @Override
    public synchronized void looking(String at) {
        if (open && terminal.errIsLive() && !at.isEmpty()) {
            String line = style.plain(Character.toUpperCase(at.charAt(0)) + at.substring(1));
            terminal.err().print("\r\u001b[K" + (line.length() <= WIDEST ? line : line.substring(0, WIDEST)));
            terminal.err().flush();
        }
    }

    @Override
    public void seen(Snapshot soFar, Set<String> open) {
        keep.accept(soFar, open);
    }

    /** Shows what a person must do to sign in. */
    public synchronized void signIn(SignInPrompt prompt) {
        clear();
        terminal.err().println(style.plain(prompt.sentence()));
    }

    @Override
    public synchronized void close() {
        clear();
        open = false;
    }

    private void clear() {
        if (open && terminal.errIsLive()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
