package linkdoctor.ui.part.fix;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.command.Syntax;
import linkdoctor.ui.part.form.WrappingCell;

/**
 * A script to read in colour. Only the lines that are seen are made, so that a long one is there at once; lines are selected,
 * with the mouse or with Shift and the arrows, and copied.
 */
public final class ScriptLines extends ListView<ScriptLines.Line> {
    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");
    private static final String STEP = "# --- Step ";
    private final BooleanProperty stepped = new SimpleBooleanProperty();
    private String text = "";

    /** A line with its colours. */
    public record Line(List<Syntax.Token> tokens) {
        String text() {
            return tokens.stream().map(Syntax.Token::text).collect(Collectors.joining());
        }
    }

    ScriptLines() {
        setId("script-lines");
        getStyleClass().add("script-lines");
        setAccessibleText("The script, line by line");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> new Cell());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                SelectableText.toClipboard(selected());
                event.consume();
            }
        });
    }

    /** What is selected; all of it when nothing is. */
    String selected() {
        ObservableList<Line> lines = getSelectionModel().getSelectedItems();
        return lines.isEmpty() ? text : lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Shows a text from its beginning. */
    void show(String script, Colours coloured) {
        if (script.equals(text)) {
            return;
        }
        text = script;
        List<List<Syntax.Token>> lines = switch (coloured) {
            case COMMANDS -> Syntax.lines(script.stripTrailing());
            case PROSE -> script.stripTrailing().lines().map(line -> List.of(new Syntax.Token(Syntax.Kind.PLAIN, line))).toList();
        };
        getSelectionModel().clearSelection();
        stepped.set(script.contains("\n" + STEP));
        setItems(FXCollections.observableArrayList(lines.stream().map(Line::new).toList()));
        scrollTo(0);
    }

    /** Whether it comes to steps somewhere. */
    ReadOnlyBooleanProperty stepped() {
        return stepped;
    }

    /** Goes to the step after the line that is selected, and after the last to the first. */
    void nextStep() {
        List<Integer> steps = IntStream.range(0, getItems().size()).filter(at -> getItems().get(at).text().startsWith(STEP)).boxed().toList();
        steps.stream().filter(at -> at > getSelectionModel().getSelectedIndex()).findFirst().or(() -> steps.stream().findFirst()).ifPresent(at -> {
            getSelectionModel().clearAndSelect(at);
            scrollTo(at);
        });
    }

    /** What a text is, which decides its colours. */
    enum Colours { COMMANDS, PROSE }

    String text() {
        return text;
    }

    /** One line. */
    private static final class Cell extends WrappingCell<Line> {
        private final TextFlow flow;

        private Cell() {
            this(new TextFlow());
        }

        private Cell(TextFlow flow) {
            super(flow);
            this.flow = flow;
            flow.getStyleClass().addAll("script-line", "mono", "code");
        }

        @Override
        protected void show(Line line) {
            setAccessibleText(line.text());
            flow.getChildren().setAll(line.tokens().stream().map(Cell::run).toList());
        }

        private static Text run(Syntax.Token token) {
            Text run = new Text(token.text());
            run.getStyleClass().addAll("text", token.kind().styleClass());
            return run;
        }
    }
}
