namespace WeddingStudio.Engine.Galleries;

/// <summary>
/// Lets ZipArchive write into a web response: it closes an entry with a few synchronous bytes even when asked to dispose
/// asynchronously (.NET 10), which a response refuses. They wait here for the next asynchronous write.
/// </summary>
internal sealed class PatientStream(Stream output) : Stream
{
    private readonly MemoryStream _waiting = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Flush()
    {
        // What waits leaves with the next asynchronous write or flush.
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendWaitingAsync(cancellationToken);
        await output.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendWaitingAsync(cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <summary>The output stays open: it is the response's.</summary>
    public override async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None);
        await base.DisposeAsync();
    }

    private async Task SendWaitingAsync(CancellationToken ct)
    {
        if (_waiting.Length == 0)
            return;
        await output.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), ct);
        _waiting.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
