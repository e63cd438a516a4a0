using WeddingStudio.Words;

namespace WeddingStudio.Engine.Inference.Devices;

/// <summary>
/// The device that models should run on cannot be used, or failed at work. The message names it and says what to do. No photo
/// is to blame: an analysis stops, and its photos keep waiting.
/// </summary>
public sealed class DeviceException(Message told, Exception? inner = null) : ToldException(told, inner)
{
    /// <param name="detail">For whoever made the pack, or looks after the computer: in English.</param>
    public DeviceException(string detail, Exception? inner = null) : this(new Message("Inference.DeviceTrouble", detail), inner)
    {
    }
}
