/** The practice Azure's DNS: what each network sees, and real servers on loopback that say it, or fail to. */
package linkdoctor.lab.dns;
