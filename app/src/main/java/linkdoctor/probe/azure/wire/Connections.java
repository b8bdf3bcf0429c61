package linkdoctor.probe.azure.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import linkdoctor.probe.Deadlines;

/**
 * The JDK's HTTP client as the SDK wants it. It keeps its connections until it is closed, so what must tell how a name
 * resolves now has one of its own.
 */
public final class Connections implements AutoCloseable {
    private final AtomicReference<java.net.http.HttpClient> made = new AtomicReference<>();
    private final HttpClient client;

    Connections(java.net.http.HttpClient.Builder by, AzureAccess access) {
        client = new JdkHttpClientBuilder(remembering(by))
                // Else the SDK would look for proxies in the environment by rules of its own.
                .configuration(Configuration.NONE)
                .connectionTimeout(Deadlines.TCP)
                .responseTimeout(access.deadline()).readTimeout(access.deadline()).writeTimeout(access.deadline())
                .build();
    }

    HttpClient client() {
        return client;
    }

    /** The SDK keeps the client it builds to itself, and has no way to close it. */
    private java.net.http.HttpClient.Builder remembering(java.net.http.HttpClient.Builder by) {
        Class<java.net.http.HttpClient.Builder> type = java.net.http.HttpClient.Builder.class;
        return type.cast(Proxy.newProxyInstance(type.getClassLoader() == null ? Connections.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[]{type}, (self, method, arguments) -> {
            try {
                Object result = method.invoke(by, arguments);
                if (result instanceof java.net.http.HttpClient built) {
                    made.set(built);
                }
                return result == by ? self : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @Override
    public void close() {
        made.get().shutdownNow();
    }
}
