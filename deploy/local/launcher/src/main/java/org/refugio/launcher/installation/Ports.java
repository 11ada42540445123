package org.refugio.launcher.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ports of each process, as offsets from the base. */
public record Ports(int base) {

    /** The services, in the order of their ports; the console, which calls the others, is the last. */
    public static final List<String> SERVICES = List.of("intake", "document", "scheduling", "notification", "console");

    static final int MANAGEMENT = 10;

    public int console() {
        return base;
    }

    public int identity() {
        return base + 10;
    }

    public int carriers() {
        return base + 20;
    }

    public int smtp() {
        return base + 21;
    }

    public int smpp() {
        return base + 22;
    }

    public int broker() {
        return base + 30;
    }

    public int controller() {
        return base + 31;
    }

    public int store() {
        return base + 40;
    }

    public int service(String name, int instance) {
        return base + instance + switch (name) {
            case "console" -> 0;
            case "intake" -> 100;
            case "document" -> 120;
            case "scheduling" -> 140;
            case "notification" -> 160;
            default -> throw new LauncherException("there is no service called " + name);
        };
    }

    /** The management port of the console directly follows its port, because the usual offset is used by others. */
    public int management(String name, int instance) {
        return name.equals("console") ? base + 1 : service(name, instance) + MANAGEMENT;
    }

    /** Every port of an installation with one instance of each service, with the name of its process. */
    public Map<Integer, String> needed() {
        Map<Integer, String> all = new TreeMap<>(Map.of(identity(), "keycloak", carriers(), "carriers", smtp(),
                "carriers", smpp(), "carriers", broker(), "broker", controller(), "broker", store(), "store"));
        for (String service : SERVICES) {
            all.put(service(service, 0), service);
            all.put(management(service, 0), service);
        }
        return all;
    }

    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
