package linkdoctor.ui.part.path;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import linkdoctor.check.callers.Cell;
import linkdoctor.check.callers.Gate;
import linkdoctor.picture.Lane;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.Shown;

/** One caller's way through the gates: its name, a mark on the line for each gate that it meets, and how it ends. */
final class LanePane extends Region {
    private static final double GAP = 4;
    private final Label name = new Label();
    private final Label more = new Label();
    private final Label end = new Label();
    private final List<StackPane> marks = new ArrayList<>();
    private final List<PathLine> lines = new ArrayList<>();

    LanePane(Lane lane) {
        getStyleClass().add("lane");
        boolean now = lane.when() == Lane.When.NOW;
        label(name, lane.title(), now ? "lane-name" : "lane-after");
        label(more, now ? lane.more() : "", "lane-more");
        label(end, lane.ends(), "lane-end", HopMark.shown(lane.outcome()).styleClass());
        for (Lane.Stop stop : lane.stops()) {
            PathLine line = new PathLine();
            line.show(stop.line());
            lines.add(line);
            marks.add(mark(stop));
        }
        getChildren().addAll(lines);
        getChildren().addAll(marks);
        getChildren().addAll(name, more, end);
    }

    private static void label(Label label, String text, String... styleClasses) {
        label.setText(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        label.setVisible(!text.isEmpty());
    }

    private static StackPane mark(Lane.Stop stop) {
        Shown shown = HopMark.shown(stop.looks());
        StackPane mark = new StackPane(Icons.of(shown.sign()));
        mark.getStyleClass().addAll("lane-mark", shown.styleClass());
        if (stop.state() == Cell.State.STOPS) {
            mark.getStyleClass().add("lane-stop");
        }
        mark.setVisible(stop.state() != Cell.State.NOT_REACHED);
        return mark;
    }

    private LaneColumns columns(double width) {
        return new LaneColumns(width, name.getFont().getSize());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        LaneColumns columns = columns(width > 0 ? width : getWidth());
        double words = words(columns);
        double ends = end.prefHeight(columns.end());
        double mark = marks.getFirst().prefHeight(-1) + 2 * GAP;
        return snapSizeY(columns.wide() ? Math.max(Math.max(words, ends), mark) : Math.max(words, ends) + mark);
    }

    private double words(LaneColumns columns) {
        return name.prefHeight(columns.name()) + (more.isVisible() ? more.prefHeight(columns.name()) : 0);
    }

    @Override
    protected void layoutChildren() {
        LaneColumns columns = columns(getWidth());
        double words = words(columns);
        double ends = end.prefHeight(columns.end());
        double size = marks.getFirst().prefHeight(-1);
        double top = columns.wide() ? (getHeight() - words) / 2 : 0;
        double first = name.prefHeight(columns.name());
        name.resizeRelocate(0, top, columns.name(), first);
        more.resizeRelocate(0, top + first, columns.name(), Math.max(0, words - first));
        end.resizeRelocate(columns.endX(), columns.wide() ? (getHeight() - ends) / 2 : 0, columns.end(), ends);
        double y = columns.wide() ? getHeight() / 2 : getHeight() - size / 2 - GAP;
        double before = columns.gates() - GAP;
        for (Gate gate : Gate.values()) {
            double x = columns.middle(gate);
            marks.get(gate.ordinal()).resizeRelocate(x - size / 2, y - size / 2, size, size);
            lines.get(gate.ordinal()).between(before, x - size / 2 - GAP, y);
            before = x + size / 2 + GAP;
        }
    }
}
