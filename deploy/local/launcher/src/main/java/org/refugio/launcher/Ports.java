package org.refugio.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;

/** The ports of each process, as offsets from the base. */
record Ports(int base) {

    static final int MANAGEMENT = 10;

    int console() {
        return base;
    }

    int identity() {
        return base + 10;
    }

    int carriers() {
        return base + 20;
    }

    int smtp() {
        return base + 21;
    }

    int smpp() {
        return base + 22;
    }

    int broker() {
        return base + 30;
    }

    int controller() {
        return base + 31;
    }

    int store() {
        return base + 40;
    }

    int service(String name, int instance) {
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
    int management(String name, int instance) {
        return name.equals("console") ? base + 1 : service(name, instance) + MANAGEMENT;
    }

    /** Every port of an installation with one instance of each service, with the name of its process. */
    Map<Integer, String> needed() {
        Map<Integer, String> all = new TreeMap<>(Map.of(identity(), "keycloak", carriers(), "carriers", smtp(),
                "carriers", smpp(), "carriers", broker(), "broker", controller(), "broker", store(), "store"));
        for (String service : Topology.SERVICES) {
            all.put(service(service, 0), service);
            all.put(management(service, 0), service);
        }
        return all;
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
