package org.refugio.carriers.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.refugio.carriers.ListenAddress;

/** Listens on the {@link ListenAddress}; the library's default listens on all interfaces. */
final class LoopbackConnectionFactory implements ServerConnectionFactory {

    private static final int BACKLOG = 50;

    private ServerSocket socket;

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public ServerConnection listen(int port) throws IOException {
        return listen(port, 0, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
        return listen(port, timeout, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
        socket = new ServerSocket(port, backlog, InetAddress.getByName(ListenAddress.address()));
        socket.setSoTimeout(timeout);
        return new ServerSocketConnection(socket);
    }
}
