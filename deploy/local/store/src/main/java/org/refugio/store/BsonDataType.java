package org.refugio.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stores documents as BSON; the backend of the library uses Java serialisation, which is larger and slower. */
final class BsonDataType extends BasicDataType<Document> {

    private static final int TYPICAL_BYTES_IN_MEMORY = 2000;

    @Override
    public int getMemory(Document document) {
        return TYPICAL_BYTES_IN_MEMORY;
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        ByteBuf bytes = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, bytes);
        out.putVarInt(bytes.readableBytes()).put(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(),
                bytes.readableBytes());
    }

    @Override
    public Document read(ByteBuffer in) {
        byte[] bytes = new byte[DataUtils.readVarInt(in)];
        in.get(bytes);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
