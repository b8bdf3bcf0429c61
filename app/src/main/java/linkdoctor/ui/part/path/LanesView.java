package linkdoctor.ui.part.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import linkdoctor.check.callers.Gate;
import linkdoctor.picture.Lane;
import linkdoctor.picture.Lanes;
import linkdoctor.ui.part.form.CardButton;

/** Where each caller stops, as a drawing: rows of callers, columns of gates. Each row can be chosen. */
public final class LanesView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Consumer<Lane> choose;
    private final List<CardButton> rows = new ArrayList<>();
    private Lanes shown = new Lanes("", List.of());

    /** @param choose told the lane whose row was chosen */
    public LanesView(Consumer<Lane> choose) {
        this.choose = choose;
        getStyleClass().add("lanes");
    }

    public void show(Lanes lanes) {
        if (lanes.equals(shown)) {
            return;
        }
        shown = lanes;
        rows.clear();
        getChildren().setAll(new Head());
        for (Lane lane : lanes.lanes()) {
            CardButton row = new CardButton(new LanePane(lane), lane.spoken());
            row.getStyleClass().add("lane-row");
            row.setId("lane-" + rows.size());
            row.setOnAction(event -> choose(lane));
            rows.add(row);
            getChildren().add(row);
        }
        setAccessibleText(lanes.title() + ". " + lanes.described());
    }

    public Lanes shown() {
        return shown;
    }

    /** Marks a lane as the chosen one and tells of it. */
    public void choose(Lane lane) {
        int at = shown.lanes().indexOf(lane);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).pseudoClassStateChanged(CHOSEN, i == at);
        }
        choose.accept(lane);
    }

    /** The row of a lane; where there is none, the drawing itself. */
    public Region row(Lane lane) {
        int at = shown.lanes().indexOf(lane);
        return at < 0 ? this : rows.get(at);
    }

    /** The gates' names above their columns. */
    private static final class Head extends Region {
        private static final PseudoClass SMALL = PseudoClass.getPseudoClass("tight");
        /** In widths of an m: a gate's whole name has room, and not even its short one at its usual size. */
        private static final double ROOMY = 6.4;
        private static final double TIGHT = 4;
        private final List<Label> gates = new ArrayList<>();
        /** Never seen: it knows the size of the text. */
        private final Label em = new Label();

        Head() {
            getStyleClass().add("lane-head");
            for (Gate gate : Gate.values()) {
                Label label = new Label();
                label.getStyleClass().add("caption");
                label.setWrapText(true);
                label.setTextAlignment(TextAlignment.CENTER);
                label.setAlignment(Pos.BOTTOM_CENTER);
                label.setMinHeight(USE_PREF_SIZE);
                Tooltip asks = new Tooltip(gate.title() + ": " + gate.asks());
                asks.setWrapText(true);
                asks.setMaxWidth(420);
                label.setTooltip(asks);
                gates.add(label);
            }
            em.setManaged(false);
            em.setVisible(false);
            getChildren().add(em);
            getChildren().addAll(gates);
        }

        private LaneColumns columns(double width) {
            LaneColumns columns = new LaneColumns(width - getInsets().getLeft() - getInsets().getRight(), em.getFont().getSize());
            boolean tight = columns.gate() < TIGHT * columns.em();
            gates.forEach(one -> one.pseudoClassStateChanged(SMALL, tight));
            for (Gate gate : Gate.values()) {
                gates.get(gate.ordinal()).setText(columns.gate() > ROOMY * columns.em() ? gate.title() : gate.brief());
            }
            return columns;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            LaneColumns columns = columns(width > 0 ? width : getWidth());
            return getInsets().getTop() + getInsets().getBottom()
                    + snapSizeY(gates.stream().mapToDouble(one -> one.prefHeight(columns.gate())).max().orElse(0));
        }

        @Override
        protected void layoutChildren() {
            LaneColumns columns = columns(getWidth());
            double height = getHeight() - getInsets().getTop() - getInsets().getBottom();
            for (Gate gate : Gate.values()) {
                gates.get(gate.ordinal()).resizeRelocate(getInsets().getLeft() + columns.middle(gate) - columns.gate() / 2, getInsets().getTop(), columns.gate(), height);
            }
        }
    }
}
