package linkdoctor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.treesitter.TSNode;
import org.treesitter.TSTree;

/** A node of a script's syntax tree, with the text it stands for. */
record PowerShellNode(TSNode node, byte[] script) {
    private static final Pattern DIGITS = Pattern.compile("(?<=\\s-[A-Za-z][A-Za-z0-9]{0,40})\\d");

    static PowerShellNode root(String script) {
        // PowerShell reads over a byte order mark, the grammar does not.
        String text = script.startsWith("\uFEFF") ? script.substring(1) : script;
        // The grammar reads no digit in a parameter's name, as in -Ipv4Address; a letter in its place moves nothing.
        TSTree tree = PowerShellGrammar.parse(DIGITS.matcher(text).replaceAll("x"));
        return new PowerShellNode(tree.getRootNode(), text.getBytes(StandardCharsets.UTF_8));
    }

    String type() {
        return node.getType();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    String text() {
        return text(node.getStartByte(), node.getEndByte());
    }

    /** Line and column as an editor counts them, from 1. */
    String place() {
        int column = node.getStartPoint().getColumn();
        return (node.getStartPoint().getRow() + 1) + ":" + (text(node.getStartByte() - column, node.getStartByte()).length() + 1);
    }

    List<PowerShellNode> children() {
        return IntStream.range(0, node.getChildCount()).mapToObj(at -> new PowerShellNode(node.getChild(at), script)).toList();
    }

    /** This node and everything under it, in the script's order. */
    Stream<PowerShellNode> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(PowerShellNode::all));
    }

    boolean has(String type) {
        return children().stream().anyMatch(one -> one.is(type));
    }

    /** The text without what stands in subexpressions, which are code of their own. */
    String literal() {
        StringBuilder said = new StringBuilder();
        int from = node.getStartByte();
        for (PowerShellNode child : children()) {
            if (child.is("sub_expression")) {
                said.append(text(from, child.node.getStartByte()));
                from = child.node.getEndByte();
            }
        }
        return said.append(text(from, node.getEndByte())).toString();
    }

    private String text(int from, int to) {
        return new String(script, from, to - from, StandardCharsets.UTF_8);
    }
}
