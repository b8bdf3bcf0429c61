package linkdoctor.lab.entra;

import java.util.Map;

import linkdoctor.lab.http.Answer;

/** The few pages that a person sees in the browser. */
final class Pages {
    private static final String FRAME = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title><style>
            body{font:16px system-ui,sans-serif;background:#f2f4f7;color:#1b1f24;display:grid;place-items:center;min-height:90vh}
            main{background:#fff;border:1px solid #ccd3dc;padding:2rem;width:min(24rem,90vw)}
            label{display:block;margin:.8rem 0 .2rem}input{width:100%%;padding:.5rem;font:inherit;box-sizing:border-box}
            button{margin:1.2rem .5rem 0 0;padding:.5rem 1.2rem;font:inherit}[role=alert]{color:#a1001a}small{color:#57606a}
            </style></head><body><main><h1>%s</h1>%s
            <p><small>Practice sign-in of the Link Doctor lab. Nothing leaves this machine.</small></p></main></body></html>
            """;

    private Pages() {
    }

    /**
     * Asks for user name and password, with a way to decline.
     *
     * @param kept    what the form carries along
     * @param trouble why the last attempt failed; may be empty
     */
    static Answer signIn(String login, Map<String, String> kept, String trouble) {
        StringBuilder form = new StringBuilder(alert(trouble)).append("<form method=\"post\">");
        kept.forEach((name, value) -> form.append(hidden(name, value)));
        form.append("<label for=\"login\">User name</label><input id=\"login\" name=\"login\" autofocus ")
                .append("autocomplete=\"username\" value=\"").append(escaped(login)).append("\">")
                .append("<label for=\"passwd\">Password</label><input id=\"passwd\" name=\"passwd\" type=\"password\" ")
                .append("autocomplete=\"current-password\"><button name=\"answer\" value=\"accept\">Sign in</button>")
                .append("<button name=\"answer\" value=\"deny\">Deny</button></form>");
        return page("Sign in", form.toString());
    }

    static Answer deviceCode(String trouble) {
        return page("Enter code", alert(trouble) + "<form method=\"post\"><label for=\"otc\">Code shown by your app"
                + "</label><input id=\"otc\" name=\"otc\" autofocus autocomplete=\"off\"><button>Next</button></form>");
    }

    static Answer said(String title, String text) {
        return page(title, "<p>" + escaped(text) + "</p>");
    }

    static Answer trouble(EntraError error) {
        return page("Sign in", alert("Sorry, but we're having trouble signing you in. " + error.description()));
    }

    /** Sends fields on to the program that asked, as a form that submits itself. */
    static Answer formPost(String action, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"").append(escaped(action)).append("\">");
        fields.forEach((name, value) -> form.append(hidden(name, value)));
        return page("Working", form + "<button>Continue</button></form><script>document.forms[0].submit()</script>");
    }

    private static Answer page(String title, String body) {
        return Answer.text(200, "text/html; charset=utf-8", FRAME.formatted(escaped(title), escaped(title), body))
                .with("Cache-Control", "no-store, no-cache");
    }

    private static String alert(String text) {
        return text.isEmpty() ? "" : "<p role=\"alert\">" + escaped(text) + "</p>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
