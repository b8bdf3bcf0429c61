/** Azure through its SDK: ARM's facts, the one authenticated read of the vault, and clouds from a file. */
package linkdoctor.probe.azure;
