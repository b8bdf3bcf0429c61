package linkdoctor.probe.azure.signin;

/** The page that a browser shows when a sign-in has ended. All of it is ours: nothing that the browser brought back is in it. */
final class LastPage {
    static final String SIGNED_IN = page("Signed in", "You can close this tab and return to Link Doctor.");
    static final String NOT_SIGNED_IN = page("Not signed in",
            "The sign-in was declined or refused. You can close this tab and return to Link Doctor, which says what to do.");

    private LastPage() {
    }

    private static String page(String title, String text) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s - Link Doctor</title><style>
                :root{color-scheme:light dark}
                body{font:16px system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0 1rem}
                main{max-width:32rem}h1{font-size:1.5rem}
                </style></head><body><main><h1>%1$s</h1><p>%2$s</p></main></body></html>
                """.formatted(title, text);
    }
}
