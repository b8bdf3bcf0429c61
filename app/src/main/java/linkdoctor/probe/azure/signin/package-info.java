/** Signing in at Entra ID: the five ways, who it is then, and every failure as one sentence on what to do. */
package linkdoctor.probe.azure.signin;
