/** Looking from another machine: the script that a person runs there, and what it told read as facts. */
package linkdoctor.elsewhere;
